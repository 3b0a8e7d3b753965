import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { DEMO_GROUP } from '../../app/flows/demo/demo-accounts';
import routes from '../../app/routes';
import { COURSE } from './course-keys';
import { Visitor, type Answer } from './visitor';
import {
  answerAll,
  databasePath,
  expectRedirect,
  FINISH,
  joinForm,
  learnUpToTheEnd,
  publishedLessons,
  signInAs,
  submit,
} from './visitor-learning';

const WHO = [
  'signedOut',
  'guest',
  'learner',
  'trainer',
  'sakai',
  'tottori',
  'osaka',
  'group',
  'national',
  'host',
  'reviewer',
  'operator',
] as const;
type Who = (typeof WHO)[number];
/** A status, or where a redirect leads to. */
type Expected = number | string;
type Row = { at: string; get: Record<Who, Expected> };

const FOREIGN_HEADERS: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { 'Sec-Fetch-Site': 'cross-site' },
];

const SAKAI = '271403';
const SAKAI_WARD = '271411';
const TOTTORI_CITY = '312011';
const TOTTORI = '310000';
const OSAKA = '270008';
const OSAKA_CITY = '271004';
const NATION = '000000';
const KAMI_TOWN = '285854';
const HYOGO = '280003';
const NOWHERE = '999999';

/** The demo people behind the roles. */
const STAFF = {
  trainer: 'koshi@example.jp',
  sakai: 'sakai@example.jp',
  tottori: 'tottori@example.jp',
  osaka: 'osaka@example.jp',
  group: 'renkei@example.jp',
  national: 'kuni@example.jp',
  host: 'shakyo@example.jp',
  reviewer: 'kanshu@example.jp',
  operator: 'unei@example.jp',
} satisfies Partial<Record<Who, string>>;
const STAFF_WHO = Object.keys(STAFF) as (keyof typeof STAFF)[];

const all = (expected: Expected) =>
  Object.fromEntries(WHO.map((who) => [who, expected])) as Record<Who, Expected>;
/** 200 for these, 403 for the rest; a visitor who is not signed in is asked to. */
const only = (...may: Who[]): Record<Who, Expected> => ({
  ...all(403),
  signedOut: '/sign-in?to=',
  ...Object.fromEntries(may.map((who) => [who, 200])),
});
const registered: Record<Who, Expected> = {
  ...all(200),
  signedOut: '/sign-in',
  guest: '/join?to=',
};
/** Sent on in the edition that was asked for. */
const inEnglish = (get: Record<Who, Expected>) =>
  Object.fromEntries(
    Object.entries(get).map(([who, to]) => [who, typeof to === 'string' ? `/en${to}` : to]),
  ) as Record<Who, Expected>;
/** Who cannot have a second factor. */
const notYet = { signedOut: '/sign-in', guest: '/join?to=' };
/** What leads to the demo people is not changed. */
const fixed = Object.fromEntries(STAFF_WHO.map((who) => [who, '/my/security']));
const begun: Record<Who, Expected> = { ...all(200), signedOut: '/continue?to=' };

const givesRoles = only('sakai', 'tottori', 'osaka', 'operator');

const lesson = `/courses/${COURSE}/lessons/kizuku`;

/** Who reads which area's report. */
const AREAS: Record<string, Record<Who, Expected>> = {
  [SAKAI]: only('sakai', 'osaka', 'national', 'operator'),
  [SAKAI_WARD]: only('sakai', 'osaka', 'national', 'operator'),
  [OSAKA_CITY]: only('osaka', 'national', 'operator'),
  [OSAKA]: only('osaka', 'national', 'operator'),
  [TOTTORI_CITY]: only('tottori', 'group', 'national', 'operator'),
  [TOTTORI]: only('national', 'operator'),
  [KAMI_TOWN]: only('group', 'national', 'operator'),
  [HYOGO]: only('national', 'operator'),
  [NATION]: only('national', 'operator'),
  [DEMO_GROUP]: only(),
  [NOWHERE]: only(),
};
const GROUPS: Record<string, Record<Who, Expected>> = {
  [DEMO_GROUP]: only('group', 'national', 'operator'),
  [TOTTORI_CITY]: only(),
  [NOWHERE]: only(),
};
const reportRows = (ending = '', kind: 'areas' | 'groups' = 'areas'): Row[] =>
  Object.entries(kind === 'areas' ? AREAS : GROUPS).map(([code, get]) => ({
    at: `/office/${kind}/${code}${ending}`,
    get,
  }));

/** Who reads who looked at which area's names. An area of somebody else is not there. */
const AUDITED: Record<string, Who[]> = {
  [SAKAI]: ['sakai', 'osaka', 'operator'],
  [SAKAI_WARD]: ['sakai', 'osaka', 'operator'],
  [OSAKA]: ['osaka', 'operator'],
  [TOTTORI_CITY]: ['tottori', 'operator'],
  [TOTTORI]: ['operator'],
  [NOWHERE]: [],
};
const auditRows: Row[] = Object.entries(AUDITED).map(([code, may]) => ({
  at: `/office/areas/${code}/audit`,
  get: { ...only(...may), ...absentFor(['sakai', 'tottori', 'osaka', 'operator'], may) },
}));

function absentFor(roles: Who[], may: Who[]): Partial<Record<Who, Expected>> {
  return Object.fromEntries(roles.filter((who) => !may.includes(who)).map((who) => [who, 404]));
}

/** Who enrols people of which area; to an officer what is not hers is not there. */
const enrolling = (ending: string, own: Expected = 200): Row[] =>
  Object.entries({
    [SAKAI]: ['sakai', 'operator'],
    [SAKAI_WARD]: ['sakai', 'operator'],
    [TOTTORI_CITY]: ['tottori', 'operator'],
    [OSAKA]: [],
    [NATION]: [],
    [NOWHERE]: [],
  }).map(([code, may]) => ({
    at: `/office/areas/${code}${ending}`,
    get: {
      ...only(),
      sakai: 404,
      tottori: 404,
      operator: 404,
      ...Object.fromEntries(may.map((who) => [who, own])),
    },
  }));

/**
 * Whose names of which area: before the purpose is said nobody gets any; an area that is not hers is not
 * there. A prefecture looks and does not tend.
 */
const naming = (ending: string, { tending = false, own = null as Expected | null } = {}): Row[] =>
  Object.entries({
    [SAKAI]: 'sakai',
    [SAKAI_WARD]: null,
    [TOTTORI_CITY]: 'tottori',
    [OSAKA]: tending ? null : 'osaka',
    [NATION]: null,
    [NOWHERE]: null,
  } satisfies Record<string, Who | null>).map(([code, may]) => ({
    at: `/office/areas/${code}${ending}`,
    get: {
      ...only(),
      ...{ sakai: 404, tottori: 404, osaka: 404 },
      ...(may ? { [may]: own ?? `/office/areas/${code}/people/purpose?to=` } : {}),
    },
  }));

/** Of the demo, the prefecture's own. */
const OSAKA_WINDOW = 'de300000-0000-4000-8000-000000000004';
const windowOfNobody = { ...only(), sakai: 404, tottori: 404, osaka: 404, operator: 404 };
/** Who looks after the windows of which area; to who may not, they are not there. */
const tendingWindows = (ending: string, own: Expected = 200): Row[] =>
  Object.entries({
    [SAKAI]: ['sakai', 'operator'],
    [SAKAI_WARD]: ['operator'],
    [TOTTORI_CITY]: ['tottori', 'operator'],
    [OSAKA]: ['osaka', 'operator'],
    [NATION]: [],
    [NOWHERE]: [],
  }).map(([code, may]) => ({
    at: `/office/areas/${code}${ending}`,
    get: { ...windowOfNobody, ...Object.fromEntries(may.map((who) => [who, own])) },
  }));

/**
 * Every address of `app/routes.ts`, with who gets what. `{name}` stands for something that was made
 * for this test: see `Samples`.
 */
const TABLE: Record<string, Row[]> = {
  '/': [{ at: '/', get: all(200) }],
  'programmes/:code': [
    { at: '/programmes/gatekeeper-first-step', get: all(200) },
    { at: '/programmes/nobody', get: all(404) },
  ],
  easy: [{ at: '/easy', get: all(200) }],
  en: [{ at: '/en', get: all(200) }],
  ':edition?/help': [
    { at: '/help', get: all(200) },
    { at: '/help?worry=money&way=visit&place=271403', get: all(200) },
    { at: '/easy/help', get: all(200) },
    { at: '/en/help', get: all(200) },
    { at: '/fr/help', get: all(404) },
  ],
  memo: [{ at: '/memo', get: all(200) }],
  ':edition?/offline': [
    { at: '/offline', get: all(200) },
    { at: '/en/offline', get: all(200) },
    { at: '/fr/offline', get: all(404) },
  ],
  leave: [{ at: '/leave', get: all('https://www.jma.go.jp/') }],
  about: [{ at: '/about', get: all(200) }],
  ':edition?/privacy': [
    { at: '/privacy', get: all(200) },
    { at: '/easy/privacy', get: all(200) },
    { at: '/en/privacy', get: all(200) },
    { at: '/fr/privacy', get: all(404) },
  ],
  accessibility: [{ at: '/accessibility', get: all(200) }],
  'for-offices': [{ at: '/for-offices', get: all(200) }],
  'for-trainers': [{ at: '/for-trainers', get: all(200) }],
  'for-trainers/example': [{ at: '/for-trainers/example', get: all(200) }],
  ':edition?/verify': [
    { at: '/verify', get: all(200) },
    { at: '/en/verify', get: all(200) },
    { at: '/fr/verify', get: all(404) },
  ],
  ':edition?/verify/:code': [
    { at: '/verify/{code}', get: all(200) },
    { at: '/easy/verify/{code}', get: all(200) },
    { at: '/en/verify/{code}', get: all(200) },
    { at: '/en/verify/0000-0000-0000', get: all(404) },
    { at: '/fr/verify/{code}', get: all(404) },
    { at: '/verify/0000-0000-0000', get: all(404) },
  ],

  ':edition?/courses/:slug': [
    { at: `/courses/${COURSE}`, get: all(200) },
    { at: `/en/courses/${COURSE}`, get: all(200) },
    { at: `/easy/courses/${COURSE}`, get: all(200) },
    { at: `/fr/courses/${COURSE}`, get: all(404) },
    { at: '/courses/nobody', get: all(404) },
  ],
  ':edition?/courses/:slug/start': [
    { at: `/courses/${COURSE}/start`, get: all(`/courses/${COURSE}`) },
    { at: `/en/courses/${COURSE}/start`, get: all(`/en/courses/${COURSE}`) },
    { at: `/fr/courses/${COURSE}/start`, get: all(404) },
    { at: '/courses/%E3%81%82/start', get: all('/courses/%E3%81%82') },
  ],
  ':edition?/courses/:slug/finish': [
    { at: FINISH, get: begun },
    { at: `/en${FINISH}`, get: inEnglish(begun) },
    { at: `/fr${FINISH}`, get: all(404) },
    { at: '/courses/nobody/finish', get: { ...all(404), signedOut: '/continue?to=' } },
  ],
  ':edition?/courses/:slug/lessons/:lesson': [
    { at: lesson, get: all(200) },
    { at: `/en${lesson}`, get: all(200) },
    { at: `/fr${lesson}`, get: all(404) },
    { at: `/courses/${COURSE}/lessons/nobody`, get: all(404) },
  ],
  ':edition?/courses/:slug/lessons/:lesson/quiz': [
    { at: `${lesson}/quiz`, get: { ...all(`${lesson}#lesson-end`), guest: 200, learner: 200 } },
    {
      at: `/en${lesson}/quiz`,
      get: { ...all(`/en${lesson}#lesson-end`), guest: 200, learner: 200 },
    },
    { at: `/fr${lesson}/quiz`, get: all(404) },
    { at: `/courses/${COURSE}/lessons/nobody/quiz`, get: all(404) },
  ],
  ':edition?/courses/:slug/lessons/:lesson/quiz/sheet': [
    {
      at: `${lesson}/quiz/sheet`,
      get: { ...all(`${lesson}#lesson-end`), guest: 200, learner: 200 },
    },
    {
      at: `/en${lesson}/quiz/sheet`,
      get: { ...all(`/en${lesson}#lesson-end`), guest: 200, learner: 200 },
    },
    { at: `/fr${lesson}/quiz/sheet`, get: all(404) },
    { at: `/courses/${COURSE}/lessons/nobody/quiz/sheet`, get: all(404) },
  ],
  ':edition?/courses/:slug/lessons/:lesson/quiz/answers': [
    { at: `${lesson}/quiz/answers`, get: all(405) },
  ],
  ':edition?/courses/:slug/lessons/:lesson/quiz/review/:attempt': [
    { at: `${lesson}/quiz/review/{guestAttempt}`, get: { ...all(404), guest: 200 } },
    { at: `${lesson}/quiz/review/{learnerAttempt}`, get: { ...all(404), learner: 200 } },
    { at: `/en${lesson}/quiz/review/{learnerAttempt}`, get: { ...all(404), learner: 200 } },
    { at: `/fr${lesson}/quiz/review/{learnerAttempt}`, get: all(404) },
    { at: `${lesson}/quiz/review/nobody`, get: all(404) },
  ],
  ':edition?/courses/:slug/print': [
    { at: `/courses/${COURSE}/print`, get: all(200) },
    { at: '/courses/nobody/print', get: all(404) },
  ],
  ':edition?/courses/:slug/lessons/:lesson/print': [
    { at: `${lesson}/print`, get: all(200) },
    { at: `/courses/${COURSE}/lessons/nobody/print`, get: all(404) },
  ],
  ':edition?/courses/:slug/lessons/:lesson/changes': [
    { at: `${lesson}/changes`, get: { ...all(lesson), signedOut: '/continue?to=' } },
    {
      at: `/courses/${COURSE}/lessons/nobody/changes`,
      get: { ...all(404), signedOut: '/continue?to=' },
    },
  ],
  ':edition?/courses/:slug/lessons/:lesson/place': [{ at: `${lesson}/place`, get: all(405) }],
  ':edition?/courses/:slug/lessons/:lesson/read': [{ at: `${lesson}/read`, get: all(405) }],
  ':edition?/courses/:slug/questions/:phase': [
    {
      at: `/courses/${COURSE}/questions/before`,
      get: { ...begun, ...Object.fromEntries(STAFF_WHO.map((who) => [who, `/courses/${COURSE}`])) },
    },
    { at: `/courses/${COURSE}/questions/never`, get: { ...all(404), signedOut: '/continue?to=' } },
    { at: `/fr/courses/${COURSE}/questions/before`, get: all(404) },
  ],
  ':edition?/courses/:slug/follow-up': [
    {
      at: `/courses/${COURSE}/follow-up`,
      get: { ...all(FINISH), signedOut: '/continue?to=', learner: 200 },
    },
    {
      at: '/courses/nobody/follow-up',
      get: { ...all(404), signedOut: '/continue?to=' },
    },
  ],
  ':edition?/follow-up': [
    { at: '/follow-up', get: all(200) },
    { at: '/en/follow-up', get: all(200) },
    { at: '/fr/follow-up', get: all(404) },
  ],
  ':edition?/follow-up/:token': [
    { at: '/follow-up/nobody', get: all(410) },
    { at: '/easy/follow-up/nobody', get: all(410) },
  ],
  // Whether a link is known is not told: the page of its button is the same for all.
  ':edition?/follow-up/:token/stop': [{ at: '/follow-up/nobody/stop', get: all(200) }],
  'settings/reading': [{ at: '/settings/reading', get: all(200) }],

  ':edition?/sign-in': [
    { at: '/sign-in', get: all(200) },
    { at: '/easy/sign-in', get: all(200) },
    { at: '/en/sign-in?to=//evil.example', get: all(200) },
    { at: '/fr/sign-in', get: all(404) },
  ],
  'sign-in/second': [
    { at: '/sign-in/second', get: { ...all(200), ...notYet, learner: '/my' } },
    { at: '/sign-in/second?to=//evil.example', get: { ...all(200), ...notYet, learner: '/' } },
  ],
  'sign-in/with/:provider': [{ at: '/sign-in/with/nobody', get: all(404) }],
  'sign-in/with/:provider/back': [{ at: '/sign-in/with/nobody/back?state=x', get: all(404) }],
  'sign-in/with/:provider/link': [{ at: '/sign-in/with/nobody/link', get: all(404) }],
  'sign-in/link': [{ at: '/sign-in/link', get: all(200) }],
  'sign-in/link/:token': [{ at: '/sign-in/link/nobody', get: all(410) }],
  'invitations/:token': [{ at: '/invitations/nobody', get: all(410) }],
  ':edition?/sign-out': [
    { at: '/sign-out', get: all('/') },
    { at: '/sign-out?left=nothing', get: all(200) },
    { at: '/en/sign-out', get: all('/en') },
    { at: '/en/sign-out?left=nothing', get: all(200) },
    { at: '/fr/sign-out', get: all(404) },
  ],
  ':edition?/join': [
    { at: '/join', get: { ...all('/my'), signedOut: 200, guest: 200 } },
    { at: '/en/join', get: { ...all('/en/my'), signedOut: 200, guest: 200 } },
    { at: '/fr/join', get: all(404) },
  ],
  ':edition?/join/done': [
    { at: '/join/done', get: registered },
    { at: '/en/join/done', get: inEnglish(registered) },
    { at: '/fr/join/done', get: all(404) },
  ],
  ':edition?/continue': [
    { at: '/continue', get: all(200) },
    { at: '/easy/continue', get: all(200) },
    { at: '/en/continue', get: all(200) },
    { at: '/fr/continue', get: all(404) },
  ],

  ':edition?/my': [
    { at: '/my', get: begun },
    { at: '/easy/my', get: { ...begun, signedOut: '/easy/continue?to=' } },
    { at: '/en/my', get: inEnglish(begun) },
    { at: '/fr/my', get: all(404) },
  ],
  ':edition?/my/next-step': [
    { at: '/my/next-step', get: begun },
    { at: '/en/my/next-step?family=kokoro', get: inEnglish(begun) },
  ],
  ':edition?/my/code': [
    { at: '/my/code', get: begun },
    { at: '/en/my/code', get: inEnglish(begun) },
    { at: '/fr/my/code', get: all(404) },
  ],
  'my/security': [{ at: '/my/security', get: registered }],
  'my/security/authenticator': [
    { at: '/my/security/authenticator', get: { ...registered, ...fixed } },
  ],
  'my/security/recovery-codes': [{ at: '/my/security/recovery-codes', get: registered }],
  'my/security/city': [{ at: '/my/security/city', get: all('/my/security#city') }],
  'my/security/passkeys/:id': [
    { at: '/my/security/passkeys/nobody', get: { ...all(404), ...notYet } },
  ],
  'my/password/new': [
    {
      at: '/my/password/new',
      get: {
        ...registered,
        ...Object.fromEntries(STAFF_WHO.map((who) => [who, '/office'])),
        trainer: '/studio',
        host: '/host',
        reviewer: '/my',
      },
    },
  ],
  'my/devices': [{ at: '/my/devices', get: begun }],
  'my/privacy': [{ at: '/my/privacy', get: begun }],
  'my/profile': [{ at: '/my/profile', get: registered }],
  'my/record.json': [{ at: '/my/record.json', get: begun }],
  'my/record.html': [{ at: '/my/record.html', get: begun }],
  'my/erase': [{ at: '/my/erase', get: begun }],
  'my/erased': [{ at: '/my/erased', get: all(200) }],
  ':edition?/my/certificates/:id': ['{learnerCertificate}', '{sakaiCertificate}', 'nobody'].flatMap(
    (id, i) => {
      const get = { ...registered, ...holders(i === 0) };
      return [
        { at: `/my/certificates/${id}`, get },
        { at: `/en/my/certificates/${id}`, get: inEnglish(get) },
        { at: `/fr/my/certificates/${id}`, get: all(404) },
      ];
    },
  ),
  'my/certificates/:id.pdf': ['{learnerCertificate}', '{sakaiCertificate}', 'nobody'].map(
    (id, i) => ({ at: `/my/certificates/${id}.pdf`, get: { ...registered, ...holders(i === 0) } }),
  ),

  studio: [{ at: '/studio', get: only('trainer', 'operator') }],
  'studio/courses/:slug': [
    { at: `/studio/courses/${COURSE}`, get: only('trainer', 'operator') },
    { at: '/studio/courses/nobody', get: { ...only(), trainer: 404, operator: 404 } },
  ],

  office: [
    {
      at: '/office',
      get: {
        ...only(),
        sakai: `/office/areas/${SAKAI}`,
        tottori: `/office/areas/${TOTTORI_CITY}`,
        osaka: `/office/areas/${OSAKA}`,
        group: `/office/groups/${DEMO_GROUP}`,
        national: `/office/areas/${NATION}`,
        operator: `/office/areas/${NATION}`,
      },
    },
  ],
  'office/areas/:code': reportRows(),
  'office/areas/:code/effect': reportRows('/effect'),
  'office/areas/:code/effect.xlsx': reportRows('/effect.xlsx'),
  'office/areas/:code/effect.csv': reportRows('/effect.csv'),
  'office/groups/:group/effect': reportRows('/effect', 'groups'),
  'office/groups/:group/effect.xlsx': reportRows('/effect.xlsx', 'groups'),
  'office/groups/:group/effect.csv': reportRows('/effect.csv', 'groups'),
  'office/areas/:code/letters': reportRows('/letters'),
  'office/areas/:code/enrol': enrolling('/enrol'),
  'office/areas/:code/enrol/done': enrolling('/enrol/done'),
  'office/areas/:code/imports': enrolling('/imports'),
  'office/areas/:code/imports/new': enrolling('/imports/new'),
  'office/areas/:code/imports/sample.xlsx': enrolling('/imports/sample.xlsx'),
  'office/areas/:code/imports/sample.csv': enrolling('/imports/sample.csv'),
  'office/areas/:code/imports/:id': enrolling('/imports/nobody', 404),
  'office/areas/:code/imports/:id/refused.xlsx': enrolling('/imports/nobody/refused.xlsx', 404),
  'office/areas/:code/imports/:id/refused.csv': enrolling('/imports/nobody/refused.csv', 404),
  'office/areas/:code/imports/:id/slips': enrolling('/imports/nobody/slips', 404),
  'office/areas/:code/imports/:id/slips.xlsx': [
    { at: `/office/areas/${SAKAI}/imports/nobody/slips.xlsx`, get: all(405) },
  ],
  'office/people': [
    {
      at: '/office/people',
      get: {
        ...only(),
        sakai: `/office/areas/${SAKAI}/people`,
        tottori: `/office/areas/${TOTTORI_CITY}/people`,
        osaka: `/office/areas/${OSAKA}/people`,
      },
    },
  ],
  'office/areas/:code/people': naming('/people'),
  'office/areas/:code/people/purpose': naming('/people/purpose', { own: 200 }),
  'office/areas/:code/people.xlsx': naming('/people.xlsx'),
  'office/areas/:code/people.csv': naming('/people.csv'),
  'office/areas/:code/people-cp932.csv': naming('/people-cp932.csv'),
  'office/areas/:code/people/:id': naming('/people/nobody'),
  'office/areas/:code/people/:id/name': naming('/people/nobody/name', { tending: true }),
  'office/areas/:code/people/:id/passphrase': naming('/people/nobody/passphrase', {
    tending: true,
  }),
  'office/areas/:code/directory': tendingWindows('/directory'),
  'office/areas/:code/directory/:entry': [
    ...tendingWindows('/directory/new'),
    ...tendingWindows('/directory/nobody', 404),
    // Of another area, even to who may change it in its own.
    { at: `/office/areas/${SAKAI}/directory/${OSAKA_WINDOW}`, get: windowOfNobody },
  ],
  'office/areas/:code/repeats': naming('/repeats', { tending: true }),
  'office/areas/:code/merge': naming('/merge?one=a&other=b', { tending: true }),
  'office/areas/:code/merges/:id': naming('/merges/nobody', { tending: true }),
  'office/areas/:code/report.xlsx': reportRows('/report.xlsx'),
  'office/areas/:code/report.csv': reportRows('/report.csv'),
  'office/areas/:code/report-cp932.csv': reportRows('/report-cp932.csv'),
  'office/groups/:group': reportRows('', 'groups'),
  'office/groups/:group/letters': reportRows('/letters', 'groups'),
  'office/groups/:group/report.xlsx': reportRows('/report.xlsx', 'groups'),
  'office/groups/:group/report.csv': reportRows('/report.csv', 'groups'),
  'office/groups/:group/report-cp932.csv': reportRows('/report-cp932.csv', 'groups'),

  'admin/audit': [
    { at: '/admin/audit', get: only('operator') },
    { at: '/admin/audit?from=nonsense', get: { ...only(), operator: 400 } },
  ],
  'admin/audit.csv': [{ at: '/admin/audit.csv', get: only('operator') }],
  'admin/person': [{ at: '/admin/person', get: only('operator') }],
  'admin/directory': [{ at: '/admin/directory', get: only('operator') }],
  'admin/retention': [{ at: '/admin/retention', get: only('operator') }],
  'admin/personal-file': [
    { at: '/admin/personal-file', get: only('sakai', 'tottori', 'osaka', 'operator') },
  ],
  'office/areas/:code/audit': auditRows,

  admin: [{ at: '/admin', get: only('operator') }],
  staff: [{ at: '/staff', get: givesRoles }],
  'staff/invite': [
    { at: '/staff/invite', get: givesRoles },
    { at: '/staff/invite?role=operator&over=nation', get: givesRoles },
  ],
  'staff/invited': [
    {
      at: '/staff/invited',
      get: Object.fromEntries(
        WHO.map((who) => [who, givesRoles[who] === 200 ? '/staff/invitations' : givesRoles[who]]),
      ) as Record<Who, Expected>,
    },
  ],
  'staff/invitations': [{ at: '/staff/invitations', get: givesRoles }],
  'staff/:grant': [
    { at: '/staff/{sakaiGrant}', get: { ...givesRoles, tottori: 404 } },
    { at: '/staff/{tottoriGrant}', get: { ...givesRoles, sakai: 404, osaka: 404 } },
    { at: '/staff/{osakaGrant}', get: { ...givesRoles, sakai: 404, tottori: 404 } },
    {
      at: '/staff/nobody',
      get: { ...only(), sakai: 404, tottori: 404, osaka: 404, operator: 404 },
    },
  ],

  'admin/certificates': [{ at: '/admin/certificates', get: only('trainer', 'operator') }],
  'admin/certificates/:id': [
    { at: '/admin/certificates/{sakaiCertificate}', get: only('trainer', 'operator') },
    { at: '/admin/certificates/{tottoriCertificate}', get: only('operator') },
    { at: '/admin/certificates/nobody', get: only() },
  ],

  'api/passkeys/options': [{ at: '/api/passkeys/options', get: all(405) }],
  'api/passkeys/answer': [{ at: '/api/passkeys/answer', get: all(405) }],
  'admin/groups': [{ at: '/admin/groups', get: only('operator') }],
  'admin/groups/:id': [
    { at: `/admin/groups/${DEMO_GROUP}`, get: only('operator') },
    { at: '/admin/groups/nobody', get: { ...only(), operator: 404 } },
  ],
  'admin/mergers': [{ at: '/admin/mergers', get: only('operator') }],
  'admin/organisations': [
    { at: '/admin/organisations', get: only('sakai', 'tottori', 'operator') },
  ],
  'admin/organisations/:id': [
    { at: '/admin/organisations/new', get: only('sakai', 'tottori', 'operator') },
    {
      at: `/admin/organisations/demo-host-${SAKAI}`,
      get: { ...only('sakai', 'operator'), tottori: 404 },
    },
    {
      at: `/admin/organisations/demo-host-${TOTTORI_CITY}`,
      get: { ...only('tottori', 'operator'), sakai: 404 },
    },
    {
      at: '/admin/organisations/nobody',
      get: { ...only(), sakai: 404, tottori: 404, operator: 404 },
    },
  ],
  'hosts/:id/programmes': [
    {
      at: `/hosts/demo-host-${SAKAI}/programmes`,
      get: { ...only('sakai', 'operator'), tottori: 404, host: 404 },
    },
    {
      at: '/hosts/nobody/programmes',
      get: { ...only(), sakai: 404, tottori: 404, host: 404, operator: 404 },
    },
  ],
  'hosts/:id/programmes/:code': [
    {
      at: `/hosts/demo-host-${SAKAI}/programmes/gatekeeper-standard`,
      get: { ...only('sakai', 'operator'), tottori: 404, host: 404 },
    },
    {
      at: `/hosts/demo-host-${SAKAI}/programmes/nothing`,
      get: { ...only(), sakai: 404, operator: 404, tottori: 404, host: 404 },
    },
  ],
  host: [
    { at: '/host', get: only('host') },
    { at: `/host?of=demo-host-${SAKAI}`, get: { ...only(), host: 404 } },
  ],
  'host/names': [
    { at: '/host/names', get: only('host') },
    { at: `/host/names?of=demo-host-${SAKAI}`, get: { ...only(), host: 404 } },
  ],

  'api/municipalities': [{ at: '/api/municipalities?q=堺', get: all(200) }],
  healthcheck: [{ at: '/healthcheck', get: all(200) }],
  mailbox: [{ at: '/mailbox', get: all(200) }],
  styleguide: [{ at: '/styleguide', get: all(404) }],
  '*': [{ at: '/nowhere/at/all', get: all(404) }],
};

/** Nobody but the holder; to everybody else it is not there. */
function holders(isLearners: boolean): Partial<Record<Who, Expected>> {
  const strangers = Object.fromEntries(STAFF_WHO.map((who) => [who, 404]));
  return { ...strangers, learner: isLearners ? 200 : 404 };
}

type Samples = {
  code: string;
  guestAttempt: string;
  learnerAttempt: string;
  learnerCertificate: string;
  sakaiCertificate: string;
  tottoriCertificate: string;
  /** What must not be told to anybody who does not look after 鳥取市. */
  tottoriHolder: string;
  sakaiHolder: string;
  /** The roles of the officers of 堺市, 鳥取市 and 大阪府. */
  sakaiGrant: string;
  tottoriGrant: string;
  osakaGrant: string;
};

let visitors: Record<Who, Visitor>;
let samples: Samples;

// One worker and one sign-in for each role.
test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ baseURL }) => {
  const newVisitor = () => new Visitor(() => baseURL!);
  visitors = Object.fromEntries(WHO.map((who) => [who, newVisitor()])) as Record<Who, Visitor>;
  for (const who of STAFF_WHO) signInAs(visitors[who], STAFF[who]);

  const { guest, learner } = visitors;
  const first = publishedLessons()[0]!;
  const guestAttempt = await answerAll(guest, first);
  expectRedirect(await submit(guest, first, guestAttempt), /\/review\//);

  const person = { name: '町外 住人', email: `${randomUUID()}@example.jp` };
  expectRedirect(await learner.post('/join', await joinForm(learner, person)), /^\/join\/done/);
  const { last, attempt } = await learnUpToTheEnd(learner);
  expectRedirect(await submit(learner, last, attempt), /\/review\//);
  const finished = await learner.get(FINISH);
  const learnerCertificate = /\/my\/certificates\/([\w-]+)/.exec(finished.text)?.[1];
  if (!learnerCertificate) throw new Error('the learner was given no certificate');

  const connection = new Database(databasePath(), { readonly: true });
  const ofArea = connection.prepare(
    `select c.id, c.code, c.holder_name as holder from certificates c join organisations o on o.id = c.organisation_id
     where o.area_code = ? and c.withdrawn_at is null order by c.created_at limit 1`,
  );
  type Certificate = { id: string; code: string; holder: string };
  const sakai = ofArea.get(SAKAI) as Certificate;
  const tottori = ofArea.get(TOTTORI_CITY) as Certificate;
  const grantOf = connection
    .prepare(
      `select g.id from role_grants g join people p on p.id = g.person_id where p.email_key = ?`,
    )
    .pluck();
  const grants = {
    sakaiGrant: grantOf.get(STAFF.sakai) as string,
    tottoriGrant: grantOf.get(STAFF.tottori) as string,
    osakaGrant: grantOf.get(STAFF.osaka) as string,
  };
  const learnerAttempt = connection
    .prepare(
      `select a.id from attempts a join people p on p.id = a.person_id
       where p.email = ? and a.lesson_id = ?`,
    )
    .pluck()
    .get(person.email, first.id) as string;
  connection.close();
  samples = {
    code: sakai.code,
    guestAttempt,
    learnerAttempt,
    learnerCertificate,
    sakaiCertificate: sakai.id,
    tottoriCertificate: tottori.id,
    tottoriHolder: tottori.holder,
    sakaiHolder: sakai.holder,
    ...grants,
  };
});

const filled = (address: string) =>
  address.replace(/\{(\w+)\}/g, (_, name: string) => samples[name as keyof Samples]);

async function addresses(): Promise<string[]> {
  return (await routes).map(({ path, index }) => (index ? '/' : path!));
}

/** What came back, in the words of the table. */
function told({ status, location }: Answer, expected: Expected): Expected {
  if (typeof expected === 'number' || !location) return status;
  return location.startsWith(expected) ? expected : location;
}

/** What is refused is refused in the words of the edition: English below `/en`, Japanese everywhere else. */
function saysInWords(at: string, { text }: Answer): boolean {
  const heading = /<h1>([^<]*)/.exec(text)?.[1] ?? '';
  const isJapanese = /[ぁ-んァ-ヶ一-龠]/.test(heading);
  return at.startsWith('/en/') ? !isJapanese && /[a-z]{3,}/.test(heading) : isJapanese;
}

test('every address in the map is in the table, and nothing else', async () => {
  const known = await addresses();
  const without = known.filter((path) => !TABLE[path]);
  expect(
    without,
    'These addresses of app/routes.ts have no row in TABLE: say there who may see them',
  ).toEqual([]);
  const gone = Object.keys(TABLE).filter((path) => !known.includes(path));
  expect(gone, 'These rows of TABLE have no address in app/routes.ts').toEqual([]);
});

for (const who of WHO) {
  test(`what ${who} gets at every address`, async () => {
    const wrong: string[] = [];
    for (const { at, get } of Object.values(TABLE).flat()) {
      const answer = await visitors[who].get(encodeURI(decodeURI(filled(at))));
      const got = told(answer, get[who]);
      if (got !== get[who]) wrong.push(`${at}: ${got} instead of ${get[who]}`);
      if (answer.status >= 400 && !saysInWords(at, answer)) {
        wrong.push(`${at}: ${answer.status} without a word`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

/** Whom the table refuses: without the right, not signed in, or with somebody else's id. */
function isRefused(at: string, expected: Expected): boolean {
  if (typeof expected === 'string') return /^(\/en)?\/(sign-in|join)/.test(expected);
  return expected === 403 || (expected === 404 && /^\/(office|staff|admin|hosts?)\//.test(at));
}

for (const who of WHO) {
  test(`whom the table refuses an address may not write there either: ${who}`, async () => {
    const wrong: string[] = [];
    for (const { at, get } of Object.values(TABLE).flat()) {
      if (!isRefused(at, get[who])) continue;
      const { status, location } = await visitors[who].post(encodeURI(decodeURI(filled(at))), {});
      const isSentToSignIn = /^(\/en)?\/(sign-in|join|continue)/.test(location ?? '');
      if (![403, 404, 405].includes(status) && !isSentToSignIn) wrong.push(`${at}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
}

/** The same answer but for what is new in every answer. */
const withoutNonce = ({ text }: Answer) => text.replace(/nonce="[^"]*"/g, '');

const FILES = ['', '/letters', '/report.xlsx', '/report.csv', '/report-cp932.csv'];

test('an area of somebody else answers as one that is not there, in every form', async () => {
  for (const who of WHO.filter((one) => one !== 'signedOut')) {
    for (const [code, get] of Object.entries(AREAS)) {
      if (get[who] !== 403) continue;
      for (const file of FILES) {
        for (const search of ['', '?year=2025&programme=gatekeeper-first-step']) {
          const [foreign, nowhere] = await Promise.all(
            [code, NOWHERE].map((one) => visitors[who].get(`/office/areas/${one}${file}${search}`)),
          );
          expect(foreign!.status).toBe(403);
          const address = `${who} at ${code}${file}${search}`;
          expect(withoutNonce(foreign!), address).toBe(withoutNonce(nowhere!));
        }
      }
    }
  }
});

test('neither page, file nor data of a foreign area holds its name or figures, and those of the own area do', async () => {
  const connection = new Database(databasePath(), { readonly: true });
  // Of a year that is over: nobody who learns meanwhile changes it.
  const wholeYear = connection.prepare(
    `select fiscal_year as year, completions from completion_counts
     where area_code = ? and programme_code = '*' and month = '*' and audience = '*'
     order by fiscal_year desc limit 1 offset 1`,
  );
  const facts = (code: string, name: string) => {
    const { year, completions } = wholeYear.get(code) as { year: number; completions: number };
    return { name, year, total: completions.toLocaleString('ja-JP') };
  };
  const tottori = facts(TOTTORI_CITY, '鳥取市');
  const sakai = facts(SAKAI, '堺市');
  connection.close();

  for (const [who, own, foreign, ownCode, foreignCode] of [
    ['tottori', tottori, sakai, TOTTORI_CITY, SAKAI],
    ['sakai', sakai, tottori, SAKAI, TOTTORI_CITY],
  ] as const) {
    const page = await visitors[who].get(`/office/areas/${ownCode}?year=${own.year}`);
    expect(page.text).toContain(own.name);
    expect(page.text).toContain(own.total);
    const route = 'routes/office/area/route';
    for (const ending of [
      ...FILES,
      '.data',
      `.data?_routes=${route}`,
      `.data?_routes=root,${route}`,
    ]) {
      const search = `${ending.includes('?') ? '&' : '?'}year=${foreign.year}`;
      const answer = await visitors[who].get(`/office/areas/${foreignCode}${ending}${search}`);
      const said = withoutNonce(answer);
      expect(said, `${who} at ${foreignCode}${ending}`).not.toContain(`${foreign.name}の`);
      expect(said).not.toContain(foreign.total);
      expect(answer.body.length).toBeLessThan(page.body.length);
    }
  }
});

test('a trainer finds the certificates of her own area only, however she searches', async () => {
  const { trainer, operator } = visitors;
  const { tottoriHolder, tottoriCertificate, sakaiHolder, sakaiCertificate } = samples;
  const linkTo = (id: string) => `href="/admin/certificates/${id}"`;
  const search = (who: Visitor, query: string, ending = '') =>
    who.get(`/admin/certificates${ending}?q=${encodeURIComponent(query)}`);

  expect((await search(operator, tottoriHolder)).text).toContain(linkTo(tottoriCertificate));
  expect((await search(trainer, sakaiHolder)).text).toContain(linkTo(sakaiCertificate));
  for (const query of [tottoriHolder, tottoriCertificate, '鳥取', '%', '_', "' or 1=1 --", '']) {
    const { text } = await search(trainer, query);
    expect(text, `the trainer searches for ${query}`).not.toContain(linkTo(tottoriCertificate));
    const held = await search(trainer, query, '.data');
    if (query !== tottoriCertificate) expect(held.text).not.toContain(tottoriCertificate);
  }
  for (const route of ['', '?_routes=routes/admin/certificate/route']) {
    const { text } = await trainer.get(`/admin/certificates/${tottoriCertificate}.data${route}`);
    expect(text).not.toContain(tottoriHolder);
  }
});

test("nobody writes into somebody else's attempt or certificate", async () => {
  const connection = new Database(databasePath(), { readonly: true });
  const state = () => ({
    attempt: connection.prepare('select * from attempts where id = ?').get(samples.learnerAttempt),
    answers: connection
      .prepare('select * from answers where attempt_id = ? order by question_id')
      .all(samples.learnerAttempt),
    certificates: connection
      .prepare('select * from certificates where id in (?, ?, ?) order by id')
      .all(samples.sakaiCertificate, samples.tottoriCertificate, samples.learnerCertificate),
  });
  const before = state();
  const { id } = publishedLessons()[0]!.questions[0]!;
  const answer = { attempt: samples.learnerAttempt, question: id, option: 'a' };
  const withdrawal = { step: 'withdraw', reason: 'misprint', note: '取り消してみます' };
  for (const who of WHO) {
    const visitor = visitors[who];
    if (who !== 'learner') {
      const saved = await visitor.post(`${lesson}/quiz/answers`, answer);
      expect([401, 404], who).toContain(saved.status);
      const submitted = await visitor.post(`${lesson}/quiz`, { ...answer, intent: 'submit' });
      expect(submitted.location ?? '', who).not.toContain('/review/');
    }
    const withdrawn = await visitor.post(
      `/admin/certificates/${samples.tottoriCertificate}`,
      who === 'operator' ? { ...withdrawal, note: '' } : withdrawal,
    );
    const expected = { signedOut: 302, operator: 400 }[who as string] ?? 403;
    expect(withdrawn.status, who).toBe(expected);
  }
  expect(state()).toEqual(before);
  connection.close();
});

test('what another site sends is refused at every address, whoever is signed in', async () => {
  const paths = Object.values(TABLE).flatMap((rows) => rows.slice(0, 1).map(({ at }) => at));
  for (const who of ['signedOut', 'learner', 'operator'] as const) {
    for (const path of paths) {
      for (const headers of FOREIGN_HEADERS) {
        const address = encodeURI(decodeURI(filled(path)));
        const { status, text } = await visitors[who].post(address, { leave: 'yes' }, headers);
        expect(status, `${who} at ${path} with ${JSON.stringify(headers)}`).toBe(403);
        expect(text).toContain('何も変わっていません');
      }
    }
  }
  expect((await visitors.learner.get('/my')).status).toBe(200);
});
