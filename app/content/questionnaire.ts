import { z } from 'zod';
import { slug, text } from './text-fields';

/** Asked beside the items, under these names, in the words of the screens. */
export const OUTCOMES = ['satisfied', 'understood'] as const;
/** What somebody may have done in the months since. */
export const DEEDS = ['noticed', 'spoke', 'listened', 'connected'] as const;
/** 1 to 5, the least agreement first. */
export const SCALE = [1, 2, 3, 4, 5] as const;
/** What is answered of a deed. */
export const DEED_ANSWERS = { yes: 1, 'not-yet': 2, unsaid: 3 } as const;

const TAKEN: readonly string[] = [...OUTCOMES, ...DEEDS];

const itemFile = z.strictObject({
  /** Stands for the question: one that comes to mean something else takes a new one. */
  id: slug.refine((id) => !TAKEN.includes(id), {
    error: 'この id は、ほかの問いが使っています',
    params: { remedy: 'ほかの名前にしてください' },
  }),
  /** Those of `confidence` are asked once more months later. */
  part: z.enum(['knowledge', 'confidence', 'attitude']),
  text: text(80),
  easy: text(120),
  en: text(200),
});

/** The same few sentences before and after a course, to agree with or not. */
export const questionnaireFile = z
  .strictObject({ code: slug, items: z.array(itemFile).min(4).max(6) })
  .superRefine(({ items }, ctx) => {
    const add = (path: PropertyKey[], message: string, remedy: string) =>
      ctx.addIssue({ code: 'custom', path, message, params: { remedy } });
    items.forEach((item, i) => {
      const before = items.slice(0, i);
      if (before.some(({ id }) => id === item.id))
        add(['items', i, 'id'], `項目 ${item.id} が二つあります`, 'id を変えてください');
      if (before.some((other) => other.text === item.text))
        add(['items', i, 'text'], '同じ文の項目があります', 'どちらかを直してください');
    });
    if (!items.some(({ part }) => part === 'confidence'))
      add(
        ['items'],
        'part: confidence の項目がありません',
        '三か月後にもう一度聞く項目を、一つは置いてください',
      );
  });

export type QuestionnaireFile = z.infer<typeof questionnaireFile>;
export type QuestionnaireItem = QuestionnaireFile['items'][number];
/** With the hash of what is asked, in the original's words: answers are compared within one version only. */
export type Questionnaire = QuestionnaireFile & { version: string };
