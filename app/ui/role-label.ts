import * as m from '~/paraglide/messages';

const LABELS = {
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

export function roleLabel(role: keyof typeof LABELS): string {
  return LABELS[role]();
}
