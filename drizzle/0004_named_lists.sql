CREATE TABLE `people_apart` (
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	PRIMARY KEY(`first_id`, `second_id`),
	FOREIGN KEY (`first_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_apart_second` ON `people_apart` (`second_id`);--> statement-breakpoint
CREATE INDEX `people_enrolled_area` ON `people` (`enrolled_area_code`);--> statement-breakpoint
CREATE INDEX `people_enrolled_organisation` ON `people` (`enrolled_organisation_id`);