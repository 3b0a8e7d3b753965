CREATE TABLE `attempt_aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempt_aliases_attempt` ON `attempt_aliases` (`attempt_id`);