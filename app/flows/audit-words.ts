import type { Role } from '~/db/tables/people';
import * as m from '~/paraglide/messages';

/** Every deed that is written in the log, in words. A test finds one that has none. */
export const AUDIT_ACTIONS: Record<string, () => string> = {
  'audit.view': m.audit_action_audit_view,
  'audit.download': m.audit_action_audit_download,
  'certificate.withdraw': m.audit_action_certificate_withdraw,
  'passkey.counter-back': m.passkeys_audit_counter_back,
  'passkey.register': m.passkeys_audit_register,
  'passkey.remove': m.passkeys_audit_remove,
  'person.merge': m.audit_action_person_merge,
  'person.unmerge': m.audit_action_person_unmerge,
  'retention.clock': m.audit_action_retention_clock,
  'retention.notice': m.audit_action_retention_notice,
  'retention.run': m.audit_action_retention_run,
  'retention.try': m.audit_action_retention_try,
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
  audit: m.audit_subject_audit,
  retention: m.audit_subject_retention,
};

export function subjectWord(kind: string): string {
  return subjects[kind]?.() ?? kind;
}
