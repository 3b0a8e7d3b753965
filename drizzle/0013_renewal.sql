ALTER TABLE `enrolments` ADD `cycle` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `enrolments` ADD `cycle_begun_at` integer;