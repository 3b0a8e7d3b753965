import { z } from 'zod';
import { hasKanji } from './furigana';
import { markFurigana, stripFurigana } from './furigana-marks';
import type { Refusal } from './refusal';
import type { Retention } from './retention';

const text = (max = 2000) =>
  z
    .string()
    .refine((value) => value.trim() !== '', {
      error: '中が空です',
      params: { remedy: '文を書いてください' },
    })
    .refine((value) => [...value].length <= max, {
      error: `長すぎます（${max}字まで）`,
      params: { remedy: '短くしてください' },
    });

const words = (max = 1000) =>
  text(max)
    .refine((value) => !/[{}]/.test(markFurigana(value)), {
      error: '{ } の書き方が読めません',
      params: { remedy: 'ふりがなは {漢字|かんじ} の形（読みはかなだけ）で書きます' },
    })
    .refine((value) => !/<\/?[A-Za-z!]|\*\*|^#+ /m.test(value), {
      error: 'ここに書けるのは文字とふりがなだけです',
      params: { remedy: 'タグや太字の印を消してください' },
    });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const uuid = z.string().regex(UUID, { error: 'id が UUID ではありません' });
const slug = z
  .string()
  .refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 60, {
    error: '使える文字は a-z、0-9 と - です',
    params: { remedy: '小文字の英数字とハイフンだけにしてください' },
  });
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

export const programmeFile = z
  .strictObject({
    code: slug,
    family: z.enum(['gatekeeper', 'tsunagari', 'kokoro']),
    title: text(80),
    kana: text(120),
    position: z.number().int(),
    summary: text(600),
    role: text(600),
    audience: text(600),
    minutes,
    live: z.strictObject({
      required: z.boolean(),
      minutes: minutes.optional(),
      late_minutes: z.number().int().min(0).max(240).optional(),
      note: text(600).optional(),
    }),
    completion: z.strictObject({ right_share: z.number().min(0).max(1) }),
    attests: z.strictObject({ title: text(40), body: text(600) }).nullable(),
    legal_basis: z.array(z.strictObject({ text: text(600), source: text(300) })).optional(),
    sources: z.array(source).optional(),
  })
  .transform(({ live: { late_minutes, ...live }, completion, legal_basis, ...rest }) => ({
    ...rest,
    live: { ...live, ...(late_minutes === undefined ? {} : { lateMinutes: late_minutes }) },
    completion: { rightShare: completion.right_share },
    legalBasis: legal_basis ?? [],
    sources: rest.sources ?? [],
  }));
export type Programme = z.infer<typeof programmeFile>;

export const helpLineFile = z
  .strictObject({
    id: slug,
    name: text(80),
    kana: text(160),
    kind: z.enum(['phone', 'web', 'chat']),
    number: z
      .string()
      .refine((value) => /^[#0-9][0-9-]{1,14}$/.test(value), {
        error: '電話番号ではありません',
        params: { remedy: '"0120-279-338" のように引用符で囲み、数字と - で書いてください' },
      })
      .optional(),
    url: webAddress.optional(),
    hours: text(300),
    languages: z.union([z.array(text(60)), text(300).transform((value) => [value])]).optional(),
    for: text(300),
    note: text(600).optional(),
    valid_from: day.nullable().optional(),
    valid_until: day.nullable().optional(),
    last_checked: day,
    verified: z.boolean(),
    charge: text(300).optional(),
    source: text(300),
    position: z.number().int(),
  })
  .refine((line) => line.number !== undefined || line.url !== undefined, {
    error: '番号も住所もありません',
    params: { remedy: 'number か url のどちらかを書いてください' },
  })
  .transform(({ valid_from, valid_until, last_checked, languages, ...rest }) => ({
    ...rest,
    languages: languages ?? [],
    validFrom: valid_from ?? null,
    validUntil: valid_until ?? null,
    lastChecked: last_checked,
  }));
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
};

export type Library = {
  programmes: Programme[];
  courses: CourseFiles[];
  directory: HelpLine[];
  /** Readings that win over the dictionary's. */
  readings: Record<string, string>;
  /** Null where the file is missing or refused. */
  retention: Retention | null;
  fileCount: number;
  refusals: Refusal[];
};
