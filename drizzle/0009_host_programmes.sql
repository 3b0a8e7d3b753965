CREATE TABLE `host_programmes` (
	`organisation_id` text NOT NULL,
	`programme_code` text NOT NULL,
	`local_title` text,
	`attest_title` text,
	`elective_course_id` text,
	`valid_months` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `programme_code`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_code`) REFERENCES `programmes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`elective_course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
