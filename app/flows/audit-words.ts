import type { Role } from '~/db/tables/people';
import * as m from '~/paraglide/messages';

/** Every deed that is written in the log, in words. A test finds one that has none. */
export const AUDIT_ACTIONS: Record<string, () => string> = {
  'audit.download': m.audit_action_audit_download,
  'audit.view': m.audit_action_audit_view,
  'authenticator.remove': m.audit_action_authenticator_remove,
  'authenticator.set': m.audit_action_authenticator_set,
  'certificate.list': m.audit_action_certificate_list,
  'certificate.view': m.audit_action_certificate_view,
  'certificate.withdraw': m.audit_action_certificate_withdraw,
  'consent.give': m.trust_audit_give,
  'consent.guardian': m.trust_audit_guardian,
  'consent.withdraw': m.trust_audit_withdraw,
  'directory.add': m.directory_audit_add,
  'directory.change': m.directory_audit_change,
  'directory.check': m.directory_audit_check,
  'directory.retire': m.directory_audit_retire,
  'identity.link': m.passkeys_audit_identity_link,
  'identity.unlink': m.passkeys_audit_identity_unlink,
  'import.refused-file': m.audit_action_import_refused_file,
  'import.slips': m.audit_action_import_slips,
  'import.start': m.audit_action_import_start,
  'import.take': m.audit_action_import_take,
  'import.undo': m.audit_action_import_undo,
  'invitation.end': m.audit_action_invitation_end,
  'invitation.make': m.audit_action_invitation_make,
  'name-share.give': m.audit_action_name_share_give,
  'name-share.withdraw': m.audit_action_name_share_withdraw,
  'organisation.change': m.audit_action_organisation_change,
  'organisation.make': m.audit_action_organisation_make,
  'organisation.programme': m.programmes_audit,
  'passkey.counter-back': m.audit_action_passkey_counter_back,
  'passkey.register': m.audit_action_passkey_register,
  'passkey.remove': m.audit_action_passkey_remove,
  'password.change': m.audit_action_password_change,
  'people.download': m.audit_action_people_download,
  'people.list': m.audit_action_people_list,
  'person.apart': m.audit_action_person_apart,
  'person.correct': m.audit_action_person_correct,
  'person.correct-own': m.trust_audit_correct,
  'person.enrol': m.audit_action_person_enrol,
  'person.erase': m.audit_action_person_erase,
  'person.export-own': m.trust_audit_export,
  'person.give-passphrase': m.audit_action_person_give_passphrase,
  'person.merge': m.audit_action_person_merge,
  'person.set-password': m.audit_action_person_set_password,
  'person.unmerge': m.audit_action_person_unmerge,
  'person.view': m.audit_action_person_view,
  'recovery-code.use': m.audit_action_recovery_code_use,
  'recovery-codes.make': m.audit_action_recovery_codes_make,
  'region-group.change': m.audit_action_region_group_change,
  'region-group.end': m.audit_action_region_group_end,
  'region-group.make': m.audit_action_region_group_make,
  'region-group.members': m.audit_action_region_group_members,
  'region.merge': m.audit_action_region_merge,
  'retention.clock': m.audit_action_retention_clock,
  'retention.notice': m.audit_action_retention_notice,
  'retention.run': m.audit_action_retention_run,
  'retention.try': m.audit_action_retention_try,
  'role.end': m.audit_action_role_end,
  'role.give': m.audit_action_role_give,
  'role.take': m.audit_action_role_take,
  'second-factor.reset': m.entry_audit_reset,
};

/** A deed in words; one that has none is named by its code, as nothing in the log may be hidden. */
export function actionWord(action: string): string {
  return AUDIT_ACTIONS[action]?.() ?? action;
}

const roles: Record<Role, () => string> = {
  trainer: m.audit_role_trainer,
  'clinical-reviewer': m.audit_role_clinical_reviewer,
  'editorial-reviewer': m.audit_role_editorial_reviewer,
  host: m.audit_role_host,
  'municipal-officer': m.audit_role_municipal_officer,
  'group-officer': m.audit_role_group_officer,
  'prefectural-officer': m.audit_role_prefectural_officer,
  'national-viewer': m.audit_role_national_viewer,
  operator: m.audit_role_operator,
};

/** "市区町村の担当者（堺市）" */
export function actorRoleWords(held: readonly { role: Role; place: string | null }[]): string {
  return held
    .map(({ role, place }) =>
      place ? m.audit_role_of({ role: roles[role](), place }) : roles[role](),
    )
    .join(m.audit_role_and());
}

const subjects: Record<string, () => string> = {
  certificate: m.audit_subject_certificate,
  person: m.audit_subject_person,
  region: m.audit_subject_region,
  area: m.audit_subject_region,
  organisation: m.audit_subject_organisation,
  'region-group': m.audit_subject_group,
  group: m.audit_subject_group,
  invitation: m.audit_subject_invitation,
  grant: m.audit_subject_grant,
  'role-grant': m.audit_subject_grant,
  import: m.audit_subject_import,
  'import-batch': m.audit_subject_import,
  'directory-entry': m.directory_audit_subject,
  audit: m.audit_subject_audit,
  retention: m.audit_subject_retention,
};

export function subjectWord(kind: string): string {
  return subjects[kind]?.() ?? kind;
}
