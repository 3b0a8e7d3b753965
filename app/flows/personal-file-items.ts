import * as m from '~/paraglide/messages';

/** What is recorded about people, as the register of files of personal information names it. */
const items = {
  name: m.audit_item_name,
  contact: m.audit_item_contact,
  place: m.audit_item_place,
  groups: m.audit_item_groups,
  birthYear: m.audit_item_birth_year,
  number: m.audit_item_number,
  learning: m.audit_item_learning,
  completion: m.audit_item_completion,
  certificate: m.audit_item_certificate,
  wayIn: m.audit_item_way_in,
  device: m.audit_item_device,
  role: m.audit_item_role,
  consent: m.audit_item_consent,
  list: m.audit_item_list,
  log: m.audit_item_log,
  link: m.audit_item_link,
};

export type PersonalItem = keyof typeof items;

/** Which item a column belongs to: `table: { item: 'column column …' }`. A test finds a column of people that is in none. */
export const PERSONAL_COLUMNS: Record<string, Partial<Record<PersonalItem, string>>> = {
  people: {
    link: 'id demo createdAt erasedAt',
    number: 'number',
    name: 'name kana kanaKey',
    contact: 'email emailKey',
    place: 'municipalityCode municipalityRelation',
    groups: 'audience ageBand sex',
    birthYear: 'birthYear',
    list: 'enrolledAreaCode enrolledOrganisationId',
    device: 'registeredAt lastSeenAt reading',
  },
  passwords: { wayIn: 'personId hash changedAt' },
  login_sessions: {
    wayIn: 'idHash personId publicId way secondFactorAt endsAt expiresAt',
    device: 'createdAt lastSeenAt device shared',
  },
  continue_codes: { wayIn: 'codeHash personId createdAt expiresAt endedAt' },
  passkeys: {
    wayIn: 'id personId publicKey counter transports label backedUp createdAt lastUsedAt',
  },
  authenticators: { wayIn: 'personId sealedSecret keyId createdAt confirmedAt lastStep' },
  recovery_codes: { wayIn: 'codeHash personId createdAt usedAt' },
  one_time_tokens: { wayIn: 'tokenHash purpose personId detail createdAt expiresAt usedAt' },
  identities: { wayIn: 'issuer subject personId createdAt lastUsedAt' },
  role_grants: {
    role: 'id personId role areaCode organisationId groupId grantedBy fromAt untilAt endedBy invitationId',
  },
  invitations: {
    role: 'id tokenHash role areaCode organisationId groupId note createdBy createdAt expiresAt grantUntilAt maxUses uses endedAt',
  },
  person_merges: {
    list: 'id keptId mergedId areaCode mergedBy mergedAt undoneAt undoneBy',
  },
  people_apart: { list: 'firstId secondId decidedBy decidedAt' },
  consents: {
    consent: 'id personId kind areaCode organisationId text givenAt givenBy recordedBy withdrawnAt',
  },
  name_shares: { consent: 'id organisationId areaCode sharedBy fromAt untilAt' },
  enrolments: {
    learning:
      'id personId courseId versionId organisationId lastLessonId edition startedAt lastSeenAt finishedAt cycle cycleBegunAt',
  },
  lesson_progress: {
    learning:
      'enrolmentId lessonId versionId openedAt doneAt placeBlock placeHash placeAt knownVersionId',
  },
  next_steps: { learning: 'personId family step chosenAt doneAt' },
  follow_ups: {
    learning:
      'id personId enrolmentId cycle programmeCode way edition dueDay reminders chosenAt sentAt remindedAt stoppedAt answeredAt',
    wayIn: 'codeHash tokenHash reminderTokenHash',
  },
  attempts: {
    learning:
      'id enrolmentId personId courseId lessonId versionId quizHash number startedAt submittedAt correctCount questionCount',
  },
  attempt_aliases: { learning: 'id attemptId createdAt' },
  answers: { learning: 'attemptId questionId response answeredAt savedAt correct' },
  completions: {
    completion:
      'id personId programmeCode cycle courseId versionId organisationId hostName completedAt day month fiscalYear demo',
    place: 'municipalityCode prefectureCode municipalityRelation',
    groups: 'audience ageBand sex',
  },
  certificates: {
    name: 'holderName holderKana',
    certificate:
      'id code personId completionId programmeCode cycle organisationId fiscalYear serial number title courseTitle bodyText hostName hostDepartment issuedOn expiresOn minutes versionNumber specimen createdAt withdrawnAt withdrawnBy withdrawnReason withdrawnNote',
  },
  import_batches: {
    list: 'id areaCode organisationId officerId fileName fileHash header mapping state total taken refused createdAt doneAt undoneAt undoneBy',
  },
  import_rows: { list: 'batchId rowNumber cells state reason rowKey personId' },
  mails: { contact: 'id kind toAddress subject body createdAt sentAt personId stopUrl' },
  directory_entries: {
    log: 'id areaCode name kana number url address ways worries languages forWhom hours hoursOpen note lastChecked checkEveryDays validUntil checkedBy createdAt changedAt retiredAt',
  },
  audit_log: {
    log: 'id at actorId action subjectKind subjectId areaCode detail purpose previousHash hash',
  },
  rate_limits: { log: 'key windowStart count' },
};

/** Tables that say nothing about a person. */
export const IMPERSONAL_TABLES = [
  'certificate_series',
  'completion_counts',
  'content_artifacts',
  'course_versions',
  'courses',
  'import_mappings',
  'host_programmes',
  'jobs',
  'option_tallies',
  'organisations',
  'programmes',
  'questionnaire_answers',
  'region_group_members',
  'region_groups',
  'region_successions',
  'regions',
  'retention_runs',
  'settings',
];

/** Every item that some column holds, in words, in the order of the register. */
export function recordedItems(): string[] {
  const held = new Set(Object.values(PERSONAL_COLUMNS).flatMap((table) => Object.keys(table)));
  return Object.entries(items).flatMap(([item, word]) => (held.has(item) ? [word()] : []));
}
