import type { Lesson } from '~/content/lesson';
import type { Programme } from '~/content/library';

/** The least that can be learned: a programme met by one course, and a lesson of it. */
export const FIRST_PROGRAMME: Programme = {
  code: 'first',
  family: 'gatekeeper',
  title: 'はじめの一歩',
  kana: 'ハジメノイッポ',
  position: 10,
  summary: '',
  role: '',
  audience: '',
  minutes: 30,
  knownAs: [],
  parts: [{ name: '全体', minutes: 30, take: 'all', courses: ['first'] }],
  teaching: { text: '', source: '' },
  live: { required: false },
  completion: { rightShare: 0 },
  attests: { title: '修了証', otherTitles: [], body: '' },
  renewal: null,
  questionnaire: null,
  followUp: null,
  legalBasis: [],
  sources: [],
};

export const FIRST_LESSON: Lesson = {
  id: 'l1',
  slug: 'kizuku',
  plainTitle: '気づく',
  title: ['気づく'],
  goal: ['気づけるようになる。'],
  minutes: 5,
  contentNote: null,
  sources: [],
  body: [['p', 0, '本文']],
};
