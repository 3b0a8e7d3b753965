CREATE TABLE `directory_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`area_code` text NOT NULL,
	`name` text NOT NULL,
	`kana` text NOT NULL,
	`number` text,
	`url` text,
	`address` text,
	`ways` text NOT NULL,
	`worries` text NOT NULL,
	`languages` text,
	`for_whom` text NOT NULL,
	`hours` text,
	`hours_open` text,
	`note` text,
	`last_checked` text NOT NULL,
	`check_every_days` integer NOT NULL,
	`valid_until` text,
	`checked_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE INDEX `directory_entries_area` ON `directory_entries` (`area_code`,`retired_at`);--> statement-breakpoint
CREATE TABLE `next_steps` (
	`person_id` text NOT NULL,
	`family` text NOT NULL,
	`step` text NOT NULL,
	`chosen_at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`person_id`, `family`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
