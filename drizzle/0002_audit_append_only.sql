-- Written by hand: what is in the audit log stays as it is, also for whoever holds the database.
-- A later migration that rebuilds audit_log has to make these triggers anew.
CREATE TRIGGER `audit_log_refuses_update` BEFORE UPDATE ON `audit_log`
BEGIN
	SELECT RAISE(ABORT, 'audit_log is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_refuses_delete` BEFORE DELETE ON `audit_log`
BEGIN
	SELECT RAISE(ABORT, 'audit_log is append only');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER `audit_log_refuses_replace` BEFORE INSERT ON `audit_log`
WHEN EXISTS (SELECT 1 FROM `audit_log` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'audit_log is append only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_refuses_between` AFTER INSERT ON `audit_log`
WHEN NEW.`id` < (SELECT max(`id`) FROM `audit_log`)
BEGIN
	SELECT RAISE(ABORT, 'audit_log is append only');
END;
