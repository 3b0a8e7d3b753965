ALTER TABLE `mails` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `asks_guardian` integer;