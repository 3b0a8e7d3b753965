CREATE TABLE `authenticators` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sealed_secret` text NOT NULL,
	`key_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`area_code` text,
	`organisation_id` text,
	`text` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`recorded_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`);--> statement-breakpoint
CREATE INDEX `consents_area` ON `consents` (`area_code`,`kind`);--> statement-breakpoint
CREATE INDEX `consents_organisation` ON `consents` (`organisation_id`,`kind`);--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `import_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`area_code` text NOT NULL,
	`organisation_id` text,
	`officer_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`header` text NOT NULL,
	`mapping` text NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`officer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_batches_area` ON `import_batches` (`area_code`,`created_at`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`area_code` text NOT NULL,
	`header_key` text NOT NULL,
	`mapping` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`area_code`, `header_key`)
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`batch_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`cells` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`row_key` text,
	`person_id` text,
	PRIMARY KEY(`batch_id`, `row_number`),
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_rows_key` ON `import_rows` (`row_key`);--> statement-breakpoint
CREATE INDEX `import_rows_person` ON `import_rows` (`person_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`area_code` text,
	`organisation_id` text,
	`group_id` text,
	`note` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`grant_until_at` integer,
	`max_uses` integer NOT NULL,
	`uses` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_creator` ON `invitations` (`created_by`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`);--> statement-breakpoint
CREATE TABLE `name_shares` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`area_code` text NOT NULL,
	`shared_by` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `name_shares_area` ON `name_shares` (`area_code`);--> statement-breakpoint
CREATE TABLE `one_time_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`detail` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `one_time_tokens_expiry` ON `one_time_tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`label` text NOT NULL,
	`backed_up` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `person_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`area_code` text,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`kept_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_merges_kept` ON `person_merges` (`kept_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `person_merges_merged` ON `person_merges` (`merged_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `region_group_members` (
	`group_id` text NOT NULL,
	`area_code` text NOT NULL,
	PRIMARY KEY(`group_id`, `area_code`),
	FOREIGN KEY (`group_id`) REFERENCES `region_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `region_group_members_area` ON `region_group_members` (`area_code`);--> statement-breakpoint
CREATE TABLE `region_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`kana` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE TABLE `region_successions` (
	`from_code` text NOT NULL,
	`to_code` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`from_code`, `to_code`),
	FOREIGN KEY (`from_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_code`) REFERENCES `regions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`dry_run` integer NOT NULL,
	`result` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `audit_log` ADD `purpose` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `previous_hash` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `hash` text;--> statement-breakpoint
CREATE INDEX `audit_log_area` ON `audit_log` (`area_code`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_id`,`at`);--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `public_id` text;--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `way` text;--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `last_seen_at` integer;--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `ends_at` integer;--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `second_factor_at` integer;--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `shared` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `login_sessions_public_id_unique` ON `login_sessions` (`public_id`);--> statement-breakpoint
ALTER TABLE `people` ADD `birth_year` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `enrolled_area_code` text;--> statement-breakpoint
ALTER TABLE `people` ADD `enrolled_organisation_id` text;--> statement-breakpoint
ALTER TABLE `people` ADD `last_seen_at` integer;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `group_id` text;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `invitation_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_invitation` ON `role_grants` (`invitation_id`,`person_id`);