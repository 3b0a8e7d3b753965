CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`programme_code` text NOT NULL,
	`way` text NOT NULL,
	`edition` text,
	`due_day` text NOT NULL,
	`reminders` integer NOT NULL,
	`code_hash` text,
	`token_hash` text,
	`reminder_token_hash` text,
	`chosen_at` integer NOT NULL,
	`sent_at` integer,
	`reminded_at` integer,
	`stopped_at` integer,
	`answered_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_enrolment_id_unique` ON `follow_ups` (`enrolment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_code_hash_unique` ON `follow_ups` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_token_hash_unique` ON `follow_ups` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_reminder_token_hash_unique` ON `follow_ups` (`reminder_token_hash`);--> statement-breakpoint
CREATE INDEX `follow_ups_person` ON `follow_ups` (`person_id`);--> statement-breakpoint
CREATE INDEX `follow_ups_due` ON `follow_ups` (`way`,`due_day`);--> statement-breakpoint
CREATE TABLE `questionnaire_answers` (
	`pair_key` text NOT NULL,
	`phase` text NOT NULL,
	`programme_code` text NOT NULL,
	`municipality_code` text,
	`prefecture_code` text,
	`fiscal_year` integer NOT NULL,
	`month` text NOT NULL,
	`version` text NOT NULL,
	`answers` text NOT NULL,
	PRIMARY KEY(`pair_key`, `phase`)
);
--> statement-breakpoint
CREATE INDEX `questionnaire_answers_year` ON `questionnaire_answers` (`fiscal_year`,`phase`,`prefecture_code`);--> statement-breakpoint
ALTER TABLE `mails` ADD `stop_url` text;