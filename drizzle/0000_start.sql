CREATE TABLE `answers` (
	`attempt_id` text NOT NULL,
	`question_id` text NOT NULL,
	`response` text NOT NULL,
	`answered_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`correct` integer,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`version_id` text NOT NULL,
	`quiz_hash` text NOT NULL,
	`number` integer NOT NULL,
	`started_at` integer NOT NULL,
	`submitted_at` integer,
	`correct_count` integer,
	`question_count` integer NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_number` ON `attempts` (`enrolment_id`,`lesson_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_open` ON `attempts` (`enrolment_id`,`lesson_id`) WHERE submitted_at is null;--> statement-breakpoint
CREATE INDEX `attempts_person` ON `attempts` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`area_code` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `certificate_series` (
	`organisation_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`last_serial` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `fiscal_year`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`person_id` text NOT NULL,
	`completion_id` text NOT NULL,
	`programme_code` text NOT NULL,
	`cycle` integer NOT NULL,
	`organisation_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`serial` integer NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`course_title` text NOT NULL,
	`holder_name` text NOT NULL,
	`holder_kana` text NOT NULL,
	`body_text` text NOT NULL,
	`host_name` text NOT NULL,
	`host_department` text,
	`issued_on` text NOT NULL,
	`expires_on` text,
	`minutes` integer,
	`version_number` integer,
	`specimen` integer NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`completion_id`) REFERENCES `completions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_code_unique` ON `certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_completion_id_unique` ON `certificates` (`completion_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_once` ON `certificates` (`person_id`,`programme_code`,`cycle`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_series` ON `certificates` (`organisation_id`,`fiscal_year`,`serial`);--> statement-breakpoint
CREATE TABLE `completion_counts` (
	`area_code` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`programme_code` text NOT NULL,
	`month` text NOT NULL,
	`audience` text NOT NULL,
	`completions` integer NOT NULL,
	`people` integer NOT NULL,
	PRIMARY KEY(`area_code`, `fiscal_year`, `programme_code`, `month`, `audience`)
);
--> statement-breakpoint
CREATE TABLE `completions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`programme_code` text NOT NULL,
	`cycle` integer NOT NULL,
	`course_id` text,
	`version_id` text,
	`organisation_id` text,
	`host_name` text,
	`completed_at` integer NOT NULL,
	`day` text NOT NULL,
	`month` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`municipality_code` text NOT NULL,
	`prefecture_code` text NOT NULL,
	`municipality_relation` text NOT NULL,
	`audience` text NOT NULL,
	`age_band` text NOT NULL,
	`sex` text,
	`demo` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_code`) REFERENCES `programmes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `completions_once` ON `completions` (`person_id`,`programme_code`,`cycle`);--> statement-breakpoint
CREATE INDEX `completions_area` ON `completions` (`municipality_code`,`fiscal_year`);--> statement-breakpoint
CREATE TABLE `content_artifacts` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `continue_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `continue_codes_person` ON `continue_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `course_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`number` integer NOT NULL,
	`content_hash` text NOT NULL,
	`outline` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `course_versions_number` ON `course_versions` (`course_id`,`number`);--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`programme_code` text NOT NULL,
	`current_version_id` text,
	`retired_at` integer,
	FOREIGN KEY (`programme_code`) REFERENCES `programmes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courses_slug_unique` ON `courses` (`slug`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`version_id` text NOT NULL,
	`organisation_id` text,
	`last_lesson_id` text,
	`started_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_person_course` ON `enrolments` (`person_id`,`course_id`);--> statement-breakpoint
CREATE INDEX `enrolments_course` ON `enrolments` (`course_id`,`finished_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`unique_key` text,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`done_at` integer,
	`gave_up_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_unique_key_unique` ON `jobs` (`unique_key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`run_at`);--> statement-breakpoint
CREATE TABLE `lesson_progress` (
	`enrolment_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`version_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`done_at` integer,
	PRIMARY KEY(`enrolment_id`, `lesson_id`),
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `login_sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `login_sessions_person` ON `login_sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `login_sessions_expiry` ON `login_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `option_tallies` (
	`course_id` text NOT NULL,
	`question_id` text NOT NULL,
	`option_id` text NOT NULL,
	`chosen` integer NOT NULL,
	PRIMARY KEY(`course_id`, `question_id`, `option_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`kana` text NOT NULL,
	`department` text,
	`area_code` text,
	`series_prefix` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organisations_area` ON `organisations` (`area_code`);--> statement-breakpoint
CREATE TABLE `passwords` (
	`person_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text,
	`name` text,
	`kana` text,
	`kana_key` text,
	`email` text,
	`email_key` text,
	`municipality_code` text,
	`municipality_relation` text,
	`audience` text,
	`age_band` text,
	`sex` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`registered_at` integer,
	`erased_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_number_unique` ON `people` (`number`);--> statement-breakpoint
CREATE INDEX `people_email_key` ON `people` (`email_key`);--> statement-breakpoint
CREATE INDEX `people_kana_key` ON `people` (`kana_key`,`municipality_code`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`code` text PRIMARY KEY NOT NULL,
	`family` text NOT NULL,
	`title` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `regions` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`kana` text NOT NULL,
	`prefecture_code` text NOT NULL,
	`parent_code` text,
	`counted` integer NOT NULL,
	`search_key` text NOT NULL,
	`valid_from` text,
	`valid_until` text,
	FOREIGN KEY (`parent_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `regions_prefecture` ON `regions` (`prefecture_code`,`kana`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`area_code` text,
	`organisation_id` text,
	`granted_by` text,
	`from_at` integer NOT NULL,
	`until_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_grants_person` ON `role_grants` (`person_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_at` integer NOT NULL
);
