import { z } from 'zod';
import type { Edition } from '../lib/edition';
import { CHECK_EVERY_DAYS } from '../lib/help-days';
import { WAYS, WORRIES } from '../lib/help-kinds';
import { hasKanji } from './furigana';
import { stripFurigana } from './furigana-marks';
import { hoursFile } from './hours-file';
import type { NextSteps } from './next-steps';
import type { PracticeFiles } from './practice-file';
import type { Questionnaire } from './questionnaire';
import type { Refusal } from './refusal';
import type { Retention } from './retention';
import { ofOriginal, slug, text, words } from './text-fields';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const uuid = z.string().regex(UUID, { error: 'id が UUID ではありません' });
const minutes = z.number().int().min(1).max(600);
const day = z
  .string()
  .refine(
    (value) =>
      /^\d{4}-\d{2}-\d{2}$/.test(value) &&
      new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value,
    {
      error: '日付ではありません',
      params: { remedy: '2026-11-21 の形で書いてください' },
    },
  );
const webAddress = z.string().refine((value) => /^https:\/\/[^\s"'<>\\@]+$/.test(value), {
  error: 'https:// で始まる住所ではありません',
  params: { remedy: 'https://… の形にしてください' },
});
const sourceId = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((value) => /^[A-Za-z0-9-]{1,20}$/.test(value), {
    error: '出典の番号に使えるのは英数字と - です',
    params: { remedy: '"1" のようにしてください' },
  });

const source = z.strictObject({
  document: text(300),
  at: text(300),
  year: z.number().int().min(1900).max(2100),
  url: webAddress.optional(),
});

const sourced = z.strictObject({ text: text(600), source: text(300) });

const partFile = z.strictObject({
  name: text(60),
  minutes,
  /** `one`: the host chooses which; without a choice of hers, any of them counts. */
  take: z.enum(['all', 'one']),
  /** Slugs of courses; one that is not published yet is shown as in preparation. */
  courses: z.array(slug).min(1).max(12),
});

const MONTHS_MAX = 120;
const months = z.number().int().min(1).max(MONTHS_MAX);

export const programmeFile = z
  .strictObject({
    code: slug,
    family: z.enum(['gatekeeper', 'tsunagari', 'kokoro']),
    title: text(80),
    kana: text(120),
    /** Titles that hosts are known to give it. Never an identity: the code is. */
    known_as: z
      .array(z.strictObject({ title: text(80), host: text(60), source: text(300) }))
      .optional(),
    position: z.number().int(),
    summary: text(600),
    role: text(600),
    audience: text(600),
    minutes,
    parts: z.array(partFile).min(1).max(6),
    teaching: sourced,
    live: z.strictObject({
      required: z.boolean(),
      minutes: minutes.optional(),
      late_minutes: z.number().int().min(0).max(240).optional(),
      note: text(600).optional(),
    }),
    completion: z.strictObject({ right_share: z.number().min(0).max(1) }),
    attests: z
      .strictObject({
        title: text(40),
        /** What a host may call it instead. */
        other_titles: z.array(text(40)).max(5).optional(),
        body: text(600),
      })
      .nullable(),
    /** Whether a host may set an end to what is attested, and what stands for renewing it. */
    renewal: z
      .strictObject({ may_be_set: z.boolean(), open_months_before: months, note: text(300) })
      .optional(),
    /** Name of the questionnaire before and after; absent when none is asked. */
    questionnaire: slug.optional(),
    follow_up: z
      .strictObject({ after_months: z.number().int().min(1).max(12), reminders: z.literal([0, 1]) })
      .optional(),
    legal_basis: z.array(sourced).optional(),
    sources: z.array(source).optional(),
  })
  .superRefine((programme, ctx) => {
    const add = (path: PropertyKey[], message: string, remedy: string) =>
      ctx.addIssue({ code: 'custom', path, message, params: { remedy } });
    const { parts, live, attests, renewal } = programme;
    const sum = parts.reduce((total, part) => total + part.minutes, 0);
    if (sum !== programme.minutes)
      add(
        ['parts'],
        `部分の時間の合計が ${sum} 分で、minutes の ${programme.minutes} 分と違います`,
        'parts の minutes を合わせてください',
      );
    const owners = new Map<string, number>();
    parts.forEach((part, i) => {
      if (part.take === 'one' && part.courses.length < 2)
        add(
          ['parts', i, 'courses'],
          '一つを選ぶ部分なのに、講座が一つしかありません',
          '講座を加えるか、take を all にしてください',
        );
      part.courses.forEach((course, j) => {
        if (owners.has(course))
          add(
            ['parts', i, 'courses', j],
            `講座 ${course} が二度出てきます`,
            'どちらかを消してください',
          );
        owners.set(course, i);
      });
    });
    if (live.required && (live.minutes === undefined || live.late_minutes === undefined))
      add(
        ['live'],
        '出席が要る部分の minutes と late_minutes がありません',
        '出席する時間と、遅刻・早退の目安を分で書いてください',
      );
    if (!live.required && live.late_minutes !== undefined)
      add(
        ['live', 'late_minutes'],
        '出席が要らないのに、遅刻の目安があります',
        'late_minutes を消すか、required を true にしてください',
      );
    if (live.minutes !== undefined && (live.late_minutes ?? 0) >= live.minutes)
      add(
        ['live', 'late_minutes'],
        '遅刻の目安が、出席する時間より長くなっています',
        '短くしてください',
      );
    if (live.minutes !== undefined && live.minutes > programme.minutes)
      add(['live', 'minutes'], '出席する時間が、全体より長くなっています', '短くしてください');
    if (attests?.other_titles?.includes(attests.title))
      add(
        ['attests', 'other_titles'],
        `「${attests.title}」が二度出てきます`,
        'other_titles から消してください',
      );
    if (renewal?.may_be_set && !attests)
      add(
        ['renewal'],
        '証書がないのに、期限を決められることになっています',
        'attests を書くか、may_be_set を false にしてください',
      );
  })
  .transform(
    ({
      live: { late_minutes, ...live },
      completion,
      legal_basis,
      known_as,
      attests,
      renewal,
      follow_up,
      ...rest
    }) => ({
      ...rest,
      knownAs: known_as ?? [],
      live: { ...live, ...(late_minutes === undefined ? {} : { lateMinutes: late_minutes }) },
      completion: { rightShare: completion.right_share },
      attests: attests && {
        title: attests.title,
        body: attests.body,
        otherTitles: attests.other_titles ?? [],
      },
      /** Null when no end can be set. */
      renewal: renewal?.may_be_set
        ? { openMonthsBefore: renewal.open_months_before, note: renewal.note }
        : null,
      questionnaire: rest.questionnaire ?? null,
      followUp: follow_up
        ? { afterMonths: follow_up.after_months, reminders: follow_up.reminders }
        : null,
      legalBasis: legal_basis ?? [],
      sources: rest.sources ?? [],
    }),
  );
export type Programme = z.infer<typeof programmeFile>;

const helpWords = z.strictObject({ name: text(120), for: text(300), note: text(400).optional() });

export const helpLineFile = z
  .strictObject({
    id: slug,
    name: text(80),
    kana: text(160),
    /** `window`: a kind of place that every town has; where to find one's own is said in `find`. */
    kind: z.enum(['phone', 'web', 'chat', 'window']),
    number: z
      .string()
      .refine((value) => /^[#0-9][0-9-]{1,14}$/.test(value), {
        error: '電話番号ではありません',
        params: { remedy: '"0120-279-338" のように引用符で囲み、数字と - で書いてください' },
      })
      .optional(),
    url: webAddress.optional(),
    find: text(300).optional(),
    worries: z.array(z.enum(WORRIES)).min(1),
    ways: z.array(z.enum(WAYS)).min(1),
    /** In words, always. */
    hours: text(300),
    /** Only where a source gives them: from these it is said whether it is open now. */
    hours_open: hoursFile.optional(),
    /** For what is there in some weeks of the year only: those weeks, day by day. None known: nobody is shown it. */
    periods: z
      .array(
        z
          .strictObject({ from: day, to: day })
          .refine(({ from, to }) => from <= to, { error: '期間の終わりが始まりより前です' }),
      )
      .optional(),
    languages: z.union([z.array(text(60)), text(300).transform((value) => [value])]).optional(),
    for: text(300),
    note: text(600).optional(),
    /** The same in simple words and in English. */
    easy: helpWords.optional(),
    en: helpWords.optional(),
    valid_from: day.nullable().optional(),
    valid_until: day.nullable().optional(),
    last_checked: day,
    check_every_days: z.number().int().min(1).max(366).default(CHECK_EVERY_DAYS),
    verified: z.boolean(),
    charge: text(300).optional(),
    source: text(300),
    position: z.number().int(),
  })
  .refine(({ kind, number, url }) => kind === 'window' || number !== undefined || url !== undefined, {
    error: '番号も住所もありません',
    params: { remedy: 'number か url のどちらかを書いてください' },
  })
  .refine(({ kind, find }) => kind !== 'window' || find !== undefined, {
    error: '窓口の探し方がありません',
    params: { remedy: 'find に「お住まいの市区町村の…」のように書いてください' },
  })
  .transform(
    ({
      valid_from,
      valid_until,
      last_checked,
      check_every_days,
      hours_open,
      periods,
      languages,
      ...rest
    }) => ({
      ...rest,
      languages: languages ?? [],
      hoursOpen: hours_open ?? null,
      /** Null for what is there all year. */
      periods: periods ?? null,
      validFrom: valid_from ?? null,
      validUntil: valid_until ?? null,
      lastChecked: last_checked,
      checkEveryDays: check_every_days,
    }),
  );
export type HelpLine = z.infer<typeof helpLineFile>;

export const courseFile = z.strictObject({
  id: uuid,
  programme: slug,
  title: words(80),
  summary: words(600),
  for_whom: words(300),
  minutes,
  lessons: z.array(slug).min(1).max(40),
});

export const lessonFrontMatter = z
  .strictObject({
    id: uuid,
    title: words(60),
    minutes: z.number().int().min(1).max(60),
    goal: words(120),
    content_note: z.strictObject({ about: words(400), skip: words(400) }).optional(),
    sources: z.array(source.extend({ id: sourceId })).optional(),
  })
  .superRefine((meta, ctx) => {
    const seen = new Set<string>();
    meta.sources?.forEach(({ id }, i) => {
      if (seen.has(id))
        ctx.addIssue({
          code: 'custom',
          path: ['sources', i, 'id'],
          message: `出典 ${id} が二つあります`,
          params: { remedy: '番号を変えてください' },
        });
      seen.add(id);
    });
  })
  .transform(({ content_note, sources, ...rest }) => ({
    ...rest,
    contentNote: content_note ?? null,
    sources: sources ?? [],
  }));
export type LessonFrontMatter = z.infer<typeof lessonFrontMatter>;
export type LessonSourceNote = LessonFrontMatter['sources'][number];

const optionFile = z.strictObject({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: words(300),
  right: z.boolean().optional(),
  feedback: words(600).optional(),
});
const questionFile = z.strictObject({
  id: z.string().refine((value) => /^[A-Za-z0-9-]{1,40}$/.test(value), {
    error: '問いの id に使えるのは英数字と - です',
    params: { remedy: 'q1 のようにしてください' },
  }),
  kind: z.enum(['single', 'multiple', 'true-false', 'order', 'scenario']),
  scene: words(1000).optional(),
  text: words(400),
  options: z.array(optionFile).min(2).max(6),
  feedback: words(600).optional(),
});
export type QuestionFile = z.infer<typeof questionFile>;

export const quizFile = z
  .strictObject({ questions: z.array(questionFile).min(1).max(20) })
  .superRefine(({ questions }, ctx) => {
    const ids = new Set<string>();
    questions.forEach((question, i) => {
      const add = (path: PropertyKey[], message: string, remedy: string) =>
        ctx.addIssue({
          code: 'custom',
          path: ['questions', i, ...path],
          message,
          params: { remedy },
        });
      const { kind, options } = question;
      if (ids.has(question.id))
        add(['id'], `問い ${question.id} が二つあります`, 'id を変えてください');
      ids.add(question.id);

      const optionIds = new Set<string>();
      const texts = new Set<string>();
      options.forEach((option, j) => {
        const at = (...rest: PropertyKey[]) => ['options', j, ...rest];
        if (option.id === undefined) {
          if (kind !== 'order')
            add(at(), '選択肢に id がありません', 'id: a のように書き足してください');
        } else {
          if (!/^[A-Za-z0-9-]{1,40}$/.test(option.id))
            add(
              at('id'),
              '選択肢の id に使えるのは英数字と - です',
              'a、b、c のようにしてください',
            );
          if (optionIds.has(option.id))
            add(at('id'), `選択肢 ${option.id} が二つあります`, 'id を変えてください');
          optionIds.add(option.id);
        }
        if (texts.has(stripFurigana(option.text)))
          add(at('text'), '同じ文の選択肢があります', 'どちらかを直してください');
        texts.add(stripFurigana(option.text));
        if (kind === 'order') {
          if (option.right !== undefined)
            add(
              at('right'),
              '並べる問いの選択肢に right は書けません',
              '正しい順に並べて書き、right を消してください',
            );
        } else if (option.feedback === undefined) {
          add(
            at(),
            '選択肢に feedback がありません',
            'その答えが相手にどう届くかを書き足してください',
          );
        }
      });

      const right = options.filter((option) => option.right === true).length;
      if (kind === 'order') {
        if (question.feedback === undefined)
          add([], '並べる問いに feedback がありません', 'feedback: … を問いに書き足してください');
      } else if (kind === 'multiple') {
        if (right < 2)
          add(
            ['options'],
            '複数選ぶ問いなのに、当てはまるものが二つありません',
            'right: true を二つ以上にするか、kind を single にしてください',
          );
        if (right === options.length)
          add(
            ['options'],
            'すべてが当てはまる問いになっています',
            '当てはまらないものを一つは入れてください',
          );
      } else {
        if (right !== 1)
          add(
            ['options'],
            `当てはまるものが ${right} つあります`,
            'right: true を一つだけにしてください',
          );
        if (kind === 'true-false' && options.length !== 2)
          add(
            ['options'],
            '「はい・いいえ」の問いの選択肢が二つではありません',
            '選択肢を二つにしてください',
          );
      }
      if (kind === 'scenario' && question.scene === undefined)
        add([], '場面の問いに scene がありません', 'scene: … に、問いの前の数行を書いてください');
    });
  });
export type QuizFile = z.infer<typeof quizFile>;

// The same thing takes more letters in simple words, and more again in English.
export const courseEditionFile = z
  .strictObject({ ...ofOriginal, title: words(160), summary: words(1500), for_whom: words(750) })
  .transform(({ for_whom, older, ...rest }) => ({
    ...rest,
    forWhom: for_whom,
    older: older === true,
  }));

export const lessonEditionFrontMatter = z
  .strictObject({
    ...ofOriginal,
    title: words(120),
    goal: words(300),
    content_note: z.strictObject({ about: words(1000), skip: words(1000) }).optional(),
  })
  .transform(({ content_note, older, ...rest }) => ({
    ...rest,
    contentNote: content_note ?? null,
    older: older === true,
  }));

export const quizEditionFile = z
  .strictObject({
    ...ofOriginal,
    questions: z
      .array(
        z.strictObject({
          id: z.string(),
          scene: words(2500).optional(),
          text: words(1000),
          feedback: words(1500).optional(),
          options: z
            .array(
              z.strictObject({
                id: z.union([z.string(), z.number()]).transform(String).optional(),
                text: words(750),
                feedback: words(1500).optional(),
              }),
            )
            .min(2)
            .max(6),
        }),
      )
      .min(1)
      .max(20),
  })
  .transform(({ older, ...rest }) => ({ ...rest, older: older === true }));

export type CourseEditionText = z.infer<typeof courseEditionFile>;
export type LessonEditionMeta = z.infer<typeof lessonEditionFrontMatter>;
export type QuizEditionText = z.infer<typeof quizEditionFile>;

export const readingsFile = z.record(
  z.string().refine((word) => hasKanji(word), {
    error: '漢字のない言葉です',
    params: { remedy: 'この行を消してください' },
  }),
  z.string().refine((reading) => /^[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u.test(reading), {
    error: '読みがかなではありません',
    params: { remedy: 'ひらがなで書いてください' },
  }),
);

export const licencesFile = z.record(
  z.string(),
  z.strictObject({ licence: text(120), by: text(120), source: webAddress.optional() }),
);
export type Licences = z.infer<typeof licencesFile>;

export type MediaFile = { name: string; path: string; hash: string };

export type LessonFiles = {
  slug: string;
  /** Path of lesson.mdx, as refusals name it. */
  file: string;
  source: string;
  /** The text below the front matter, on its own lines. */
  body: string;
  meta: LessonFrontMatter;
  images: { name: string; bytes: Buffer }[];
  quiz: { file: string; source: string; value: QuizFile } | null;
  /** Films, sounds and captions; large, so they stay where they are. */
  media: MediaFile[];
  /** By whom a picture is and under which licence, by its file's name. */
  licences: Licences;
  /** Conversations of the lesson in all its editions. */
  practices: PracticeFiles[];
  editions: Partial<Record<Edition, LessonEditionFiles>>;
};

export type LessonEditionFiles = {
  file: string;
  source: string;
  body: string;
  meta: LessonEditionMeta;
  quiz: { file: string; source: string; value: QuizEditionText } | null;
};

export type CourseFiles = {
  id: string;
  slug: string;
  file: string;
  programmeCode: string;
  title: string;
  summary: string;
  forWhom: string;
  minutes: number;
  lessons: LessonFiles[];
  editions: Partial<Record<Edition, CourseEditionText>>;
};

export type Library = {
  programmes: Programme[];
  questionnaires: Questionnaire[];
  courses: CourseFiles[];
  directory: HelpLine[];
  /** Null where the file is missing or refused. */
  nextSteps: NextSteps | null;
  /** A lesson of no course, which shows every part an author may use. */
  example: LessonFiles | null;
  /** Readings that win over the dictionary's. */
  readings: Record<string, string>;
  /** Null where the file is missing or refused. */
  retention: Retention | null;
  /** Every text that was read, for the checks on what it says. */
  texts: { file: string; source: string }[];
  fileCount: number;
  refusals: Refusal[];
};
