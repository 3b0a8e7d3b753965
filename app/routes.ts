import { route, index, type RouteConfig } from '@remix-run/route-config';

/** The map: every address, and the file that answers it. */
const routes: RouteConfig = [
  // Everyone
  index('routes/public/home/route.tsx'),
  route('easy', 'routes/public/edition/route.tsx', { id: 'easy' }),
  route('en', 'routes/public/edition/route.tsx', { id: 'en' }),
  route('programmes/:code', 'routes/public/programme/route.tsx'),
  route(':edition?/help', 'routes/public/help/route.tsx'),
  route('memo', 'routes/public/memo/route.tsx'),
  route('leave', 'routes/public/leave/route.tsx'),
  route(':edition?/offline', 'routes/public/offline/route.tsx'),
  route('about', 'routes/public/about/route.tsx'),
  route(':edition?/privacy', 'routes/public/privacy/route.tsx'),
  route('accessibility', 'routes/public/accessibility/route.tsx'),
  route('for-offices', 'routes/public/for-offices/route.tsx'),
  route('for-trainers', 'routes/public/for-trainers/route.tsx'),
  route('for-trainers/example', 'routes/public/example/route.tsx'),
  route(':edition?/verify', 'routes/verify/form/route.tsx'),
  route(':edition?/verify/:code', 'routes/verify/certificate/route.tsx'),

  // Learning, with or without an account
  route(':edition?/courses/:slug', 'routes/course/course/route.tsx'),
  route(':edition?/courses/:slug/start', 'routes/course/start/route.tsx'),
  route(':edition?/courses/:slug/finish', 'routes/finish/course/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson', 'routes/course/lesson/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson/quiz', 'routes/course/quiz/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson/quiz/sheet', 'routes/course/sheet/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson/quiz/answers', 'routes/course/answers/route.tsx'),
  route(
    ':edition?/courses/:slug/lessons/:lesson/quiz/review/:attempt',
    'routes/course/review/route.tsx',
  ),
  route(':edition?/courses/:slug/print', 'routes/course/print-course/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson/print', 'routes/course/print-lesson/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson/changes', 'routes/course/changes/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson/place', 'routes/course/place/route.tsx'),
  route(':edition?/courses/:slug/lessons/:lesson/read', 'routes/course/read/route.tsx'),
  route(':edition?/courses/:slug/questions/:phase', 'routes/questionnaire/ask/route.tsx'),
  route(':edition?/courses/:slug/follow-up', 'routes/questionnaire/later/route.tsx'),
  route(':edition?/follow-up', 'routes/questionnaire/code/route.tsx'),
  route(':edition?/follow-up/:token', 'routes/questionnaire/answer/route.tsx'),
  route(':edition?/follow-up/:token/stop', 'routes/questionnaire/stop/route.tsx'),
  route('settings/reading', 'routes/course/reading-settings/route.tsx'),

  // Ways in
  route(':edition?/sign-in', 'routes/account/sign-in/route.tsx'),
  route('sign-in/second', 'routes/account/second/route.tsx'),
  route('sign-in/link', 'routes/account/link-ask/route.tsx'),
  route('sign-in/link/:token', 'routes/account/link/route.tsx'),
  route('sign-in/with/:provider', 'routes/account/city/route.tsx'),
  route('sign-in/with/:provider/back', 'routes/account/city-back/route.tsx'),
  route('sign-in/with/:provider/link', 'routes/account/city-link/route.tsx'),
  route('invitations/:token', 'routes/account/invitation/route.tsx'),
  route(':edition?/sign-out', 'routes/account/sign-out/route.tsx'),
  route(':edition?/join', 'routes/account/join/route.tsx'),
  route(':edition?/join/done', 'routes/account/join-done/route.tsx'),
  route(':edition?/continue', 'routes/account/continue/route.tsx'),

  // The learner's own
  route(':edition?/my', 'routes/my/home/route.tsx'),
  route(':edition?/my/next-step', 'routes/my/next-step/route.tsx'),
  route(':edition?/my/code', 'routes/account/code/route.tsx'),
  route('my/password/new', 'routes/my/new-password/route.tsx'),
  route('my/security', 'routes/my/security/route.tsx'),
  route('my/security/authenticator', 'routes/my/authenticator/route.tsx'),
  route('my/security/recovery-codes', 'routes/my/recovery-codes/route.tsx'),
  route('my/security/city', 'routes/my/city/route.tsx'),
  route('my/security/passkeys/:id', 'routes/my/passkey/route.tsx'),
  route('my/devices', 'routes/my/devices/route.tsx'),
  route('my/privacy', 'routes/my/privacy/route.tsx'),
  route('my/profile', 'routes/my/profile/route.tsx'),
  route('my/record.json', 'routes/my/record-json/route.tsx'),
  route('my/record.html', 'routes/my/record-html/route.tsx'),
  route('my/erase', 'routes/my/erase/route.tsx'),
  route('my/erased', 'routes/my/erased/route.tsx'),
  route(':edition?/my/certificates/:id', 'routes/my/certificate/route.tsx'),
  route('my/certificates/:id.pdf', 'routes/api/certificate/route.tsx'),

  // Trainers
  route('studio', 'routes/studio/courses/route.tsx'),
  route('studio/courses/:slug', 'routes/studio/course/route.tsx'),

  // Municipalities and prefectures
  route('office', 'routes/office/start/route.tsx'),
  route('office/areas/:code', 'routes/office/area/route.tsx'),
  route('office/areas/:code/audit', 'routes/office/audit/route.tsx'),
  route('office/areas/:code/letters', 'routes/office/letters/route.tsx'),
  route('office/areas/:code/enrol', 'routes/office/enrol/route.tsx'),
  route('office/areas/:code/enrol/done', 'routes/office/enrol-done/route.tsx'),
  route('office/areas/:code/imports', 'routes/office/imports/route.tsx'),
  route('office/areas/:code/imports/new', 'routes/office/import-new/route.tsx'),
  route('office/areas/:code/imports/sample.xlsx', 'routes/office/import-sample/route.tsx', {
    id: 'import-sample-xlsx',
  }),
  route('office/areas/:code/imports/sample.csv', 'routes/office/import-sample/route.tsx', {
    id: 'import-sample-csv',
  }),
  route('office/areas/:code/imports/:id', 'routes/office/import/route.tsx'),
  route('office/areas/:code/imports/:id/refused.xlsx', 'routes/office/import-refused/route.tsx', {
    id: 'import-refused-xlsx',
  }),
  route('office/areas/:code/imports/:id/refused.csv', 'routes/office/import-refused/route.tsx', {
    id: 'import-refused-csv',
  }),
  route('office/areas/:code/imports/:id/slips', 'routes/office/import-slips/route.tsx'),
  route('office/areas/:code/imports/:id/slips.xlsx', 'routes/office/import-slips-xlsx/route.tsx'),
  route('office/areas/:code/directory', 'routes/office/directory/route.tsx'),
  route('office/areas/:code/directory/:entry', 'routes/office/directory-entry/route.tsx'),
  route('office/people', 'routes/office/people-start/route.tsx'),
  route('office/areas/:code/people', 'routes/office/people/route.tsx'),
  route('office/areas/:code/people/purpose', 'routes/office/people-purpose/route.tsx'),
  route('office/areas/:code/people.xlsx', 'routes/office/people-xlsx/route.tsx'),
  route('office/areas/:code/people.csv', 'routes/office/people-csv/route.tsx'),
  route('office/areas/:code/people-cp932.csv', 'routes/office/people-cp932/route.tsx'),
  route('office/areas/:code/people/:id', 'routes/office/person/route.tsx'),
  route('office/areas/:code/people/:id/name', 'routes/office/person-name/route.tsx'),
  route('office/areas/:code/people/:id/passphrase', 'routes/office/person-passphrase/route.tsx'),
  route('office/areas/:code/repeats', 'routes/office/repeats/route.tsx'),
  route('office/areas/:code/merge', 'routes/office/merge/route.tsx'),
  route('office/areas/:code/merges/:id', 'routes/office/merge-undo/route.tsx'),
  route('office/areas/:code/report.xlsx', 'routes/office/xlsx/route.tsx'),
  route('office/areas/:code/report.csv', 'routes/office/csv/route.tsx'),
  route('office/areas/:code/report-cp932.csv', 'routes/office/cp932/route.tsx'),
  route('office/areas/:code/effect', 'routes/office/effect/route.tsx'),
  route('office/areas/:code/effect.xlsx', 'routes/office/effect-xlsx/route.tsx'),
  route('office/areas/:code/effect.csv', 'routes/office/effect-csv/route.tsx'),
  route('office/groups/:group/effect', 'routes/office/effect/route.tsx', { id: 'group-effect' }),
  route('office/groups/:group/effect.xlsx', 'routes/office/effect-xlsx/route.tsx', {
    id: 'group-effect-xlsx',
  }),
  route('office/groups/:group/effect.csv', 'routes/office/effect-csv/route.tsx', {
    id: 'group-effect-csv',
  }),
  route('office/groups/:group', 'routes/office/area/route.tsx', { id: 'group-report' }),
  route('office/groups/:group/letters', 'routes/office/letters/route.tsx', { id: 'group-letters' }),
  route('office/groups/:group/report.xlsx', 'routes/office/xlsx/route.tsx', { id: 'group-xlsx' }),
  route('office/groups/:group/report.csv', 'routes/office/csv/route.tsx', { id: 'group-csv' }),
  route('office/groups/:group/report-cp932.csv', 'routes/office/cp932/route.tsx', {
    id: 'group-cp932',
  }),

  // Who has which role: officers for their own area, the operator for all
  route('staff', 'routes/staff/list/route.tsx'),
  route('staff/invite', 'routes/staff/invite/route.tsx'),
  route('staff/invited', 'routes/staff/invited/route.tsx'),
  route('staff/invitations', 'routes/staff/invitations/route.tsx'),
  route('staff/:grant', 'routes/staff/grant/route.tsx'),

  route('admin', 'routes/admin/start/route.tsx'),
  // Issued certificates: trainers for their own host, the operator for all
  route('admin/certificates', 'routes/admin/certificates/route.tsx'),
  route('admin/certificates/:id', 'routes/admin/certificate/route.tsx'),

  // The log of who did what, and what is kept how long
  route('admin/person', 'routes/admin/person/route.tsx'),
  route('admin/audit', 'routes/admin/audit/route.tsx'),
  route('admin/audit.csv', 'routes/admin/audit-csv/route.tsx'),
  route('admin/directory', 'routes/admin/directory/route.tsx'),
  route('admin/retention', 'routes/admin/retention/route.tsx'),
  route('admin/personal-file', 'routes/admin/personal-file/route.tsx'),

  // Groups of areas, mergers of areas, hosts
  route('admin/groups', 'routes/admin/groups/route.tsx'),
  route('admin/groups/:id', 'routes/admin/group/route.tsx'),
  route('admin/mergers', 'routes/admin/mergers/route.tsx'),
  route('admin/organisations', 'routes/admin/organisations/route.tsx'),
  route('admin/organisations/:id', 'routes/admin/organisation/route.tsx'),
  route('host', 'routes/host/home/route.tsx'),
  route('host/names', 'routes/host/names/route.tsx'),
  route('hosts/:id/programmes', 'routes/host/programmes/route.tsx'),
  route('hosts/:id/programmes/:code', 'routes/host/programme/route.tsx'),

  // Machines
  route('api/passkeys/options', 'routes/api/passkey-options/route.tsx'),
  route('api/passkeys/answer', 'routes/api/passkey-answer/route.tsx'),
  route('api/municipalities', 'routes/api/municipalities/route.tsx'),
  route('healthcheck', 'routes/api/healthcheck/route.tsx'),

  // Demo only
  route('mailbox', 'routes/public/mailbox/route.tsx'),

  // Development only
  route('styleguide', 'routes/public/styleguide/route.tsx'),

  route('*', 'routes/public/not-found/route.tsx'),
];

export default routes;
