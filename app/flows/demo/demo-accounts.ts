import type { MunicipalityRelation, Role } from '~/db/tables/people';

export type DemoAccount = {
  role: Role | 'learner';
  label: string;
  identifier: string;
  password: string;
  name: string;
  kana: string;
  /** Where the person lives or works. */
  municipalityCode: string;
  municipalityRelation: MunicipalityRelation;
  audience: string;
  ageBand: string;
  /** The area of the role; null for the whole country or for no role. */
  areaCode: string | null;
  /** The group of areas, or the host, of a role that is over one. */
  groupId?: string;
  organisationId?: string;
};

const DEMO_PASSWORD = 'mihon-tsunagu';
/** Of the authenticator that every demo sign-in with a role has. */
export const DEMO_TOTP_SECRET = 'MIHONTSUNAGUMIHONTSUNAGU22334455';
const SAKAI_WARD = '271411';
const SAKAI = '271403';
const TOTTORI_CITY = '312011';
const OSAKA = '270008';
const OSAKA_WARD = '271284';
/** The group across prefecture borders and the host beside the city's own, made with the demo data. */
export const DEMO_GROUP = 'demo-group-mihon';
export const DEMO_SHAKYO = 'demo-host-sakai-shakyo';

const worker = { municipalityRelation: 'worker', audience: 'public-servant' } as const;

/** One sign-in per role, for a database of demo people. */
export const demoAccounts: DemoAccount[] = [
  {
    role: 'learner',
    label: '受講者',
    identifier: 'jukosha@example.jp',
    password: DEMO_PASSWORD,
    name: '葛西 ひなた',
    kana: 'カサイ　ヒナタ',
    municipalityCode: SAKAI_WARD,
    municipalityRelation: 'resident',
    audience: 'resident',
    ageBand: '30s',
    areaCode: null,
  },
  {
    role: 'trainer',
    label: '講座をつくる人（堺市）',
    identifier: 'koshi@example.jp',
    password: DEMO_PASSWORD,
    name: '渡邊 直子',
    kana: 'ワタナベ　ナオコ',
    municipalityCode: SAKAI_WARD,
    ...worker,
    ageBand: '40s',
    areaCode: SAKAI,
  },
  {
    role: 'municipal-officer',
    label: '市の担当者（堺市）',
    identifier: 'sakai@example.jp',
    password: DEMO_PASSWORD,
    name: '髙﨑 𠮷美',
    kana: 'タカサキ　ヨシミ',
    municipalityCode: SAKAI_WARD,
    ...worker,
    ageBand: '50s',
    areaCode: SAKAI,
  },
  {
    role: 'municipal-officer',
    label: '市の担当者（鳥取市）',
    identifier: 'tottori@example.jp',
    password: DEMO_PASSWORD,
    name: '山根 誠',
    kana: 'ヤマネ　マコト',
    municipalityCode: TOTTORI_CITY,
    ...worker,
    ageBand: '30s',
    areaCode: TOTTORI_CITY,
  },
  {
    role: 'prefectural-officer',
    label: '府県の担当者（大阪府）',
    identifier: 'osaka@example.jp',
    password: DEMO_PASSWORD,
    name: '大西 和也',
    kana: 'オオニシ　カズヤ',
    municipalityCode: OSAKA_WARD,
    ...worker,
    ageBand: '40s',
    areaCode: OSAKA,
  },
  {
    role: 'host',
    label: '主催団体の担当者（堺市社会福祉協議会 見本）',
    identifier: 'shakyo@example.jp',
    password: DEMO_PASSWORD,
    name: '中辻 恵子',
    kana: 'ナカツジ　ケイコ',
    municipalityCode: SAKAI_WARD,
    municipalityRelation: 'worker',
    audience: 'other',
    ageBand: '40s',
    areaCode: null,
    organisationId: DEMO_SHAKYO,
  },
  {
    role: 'clinical-reviewer',
    label: '監修者（医療・心理）',
    identifier: 'kanshu@example.jp',
    password: DEMO_PASSWORD,
    name: '德永 冴',
    kana: 'トクナガ　サエ',
    municipalityCode: OSAKA_WARD,
    municipalityRelation: 'worker',
    audience: 'physician',
    ageBand: '50s',
    areaCode: null,
  },
  {
    role: 'group-officer',
    label: '連携圏の担当者（見本の連携圏）',
    identifier: 'renkei@example.jp',
    password: DEMO_PASSWORD,
    name: '西尾 由紀',
    kana: 'ニシオ　ユキ',
    municipalityCode: TOTTORI_CITY,
    ...worker,
    ageBand: '40s',
    areaCode: null,
    groupId: DEMO_GROUP,
  },
  {
    role: 'national-viewer',
    label: '国の担当者（全国の集計）',
    identifier: 'kuni@example.jp',
    password: DEMO_PASSWORD,
    name: '長谷川 潤',
    kana: 'ハセガワ　ジュン',
    municipalityCode: '131016',
    ...worker,
    ageBand: '30s',
    areaCode: null,
  },
  {
    role: 'operator',
    label: '運営者',
    identifier: 'unei@example.jp',
    password: DEMO_PASSWORD,
    name: '森田 早紀',
    kana: 'モリタ　サキ',
    municipalityCode: OSAKA_WARD,
    ...worker,
    ageBand: '40s',
    areaCode: null,
  },
];
