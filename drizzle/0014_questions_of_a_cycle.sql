DROP INDEX `follow_ups_enrolment_id_unique`;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `cycle` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_once` ON `follow_ups` (`enrolment_id`,`cycle`);--> statement-breakpoint
ALTER TABLE `questionnaire_answers` ADD `demo` integer DEFAULT false NOT NULL;