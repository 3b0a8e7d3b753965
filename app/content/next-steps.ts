import { z } from 'zod';
import { slug, text } from './text-fields';

export const FAMILIES = ['gatekeeper', 'tsunagari', 'kokoro'] as const;
export type Family = (typeof FAMILIES)[number];

const step = z.strictObject({ id: slug, text: text(80), easy: text(120), en: text(200) });

const stepsOfFamily = z
  .array(step)
  .min(3)
  .max(5)
  .superRefine((steps, ctx) => {
    const seen = new Set<string>();
    steps.forEach(({ id }, i) => {
      if (seen.has(id))
        ctx.addIssue({
          code: 'custom',
          path: [i, 'id'],
          message: `一歩 ${id} が二つあります`,
          params: { remedy: 'id を変えてください' },
        });
      seen.add(id);
    });
  });

/** Small steps to choose from after a course, by family of programmes. Their ids are kept with people: they stay. */
export const nextStepsFile = z.strictObject({
  gatekeeper: stepsOfFamily,
  tsunagari: stepsOfFamily,
  kokoro: stepsOfFamily,
});
export type NextSteps = z.infer<typeof nextStepsFile>;
