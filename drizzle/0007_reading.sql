ALTER TABLE `lesson_progress` ADD `place_block` integer;--> statement-breakpoint
ALTER TABLE `lesson_progress` ADD `place_hash` text;--> statement-breakpoint
ALTER TABLE `lesson_progress` ADD `place_at` integer;--> statement-breakpoint
ALTER TABLE `lesson_progress` ADD `known_version_id` text;--> statement-breakpoint
ALTER TABLE `people` ADD `reading` text;