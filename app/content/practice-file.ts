import { z } from 'zod';
import type { Edition } from '../lib/edition';
import { ofOriginal, slug, words } from './text-fields';

/** The same thing takes more letters in simple words and in English: `room` is how many times as many. */
const practiceShape = (room: number) => {
  const choice = z.strictObject({ say: words(200 * room), lands: words(600 * room), to: slug });
  const step = z.strictObject({
    id: slug,
    scene: words(800 * room).optional(),
    who: words(40 * room).optional(),
    says: words(400 * room).optional(),
    choices: z.array(choice).min(2).max(3).optional(),
    end: words(600 * room).optional(),
  });
  return z.strictObject({
    title: words(60 * room),
    about: words(800 * room),
    you: words(80 * room),
    start: slug,
    steps: z.array(step).min(2).max(20),
    debrief: z.array(words(400 * room)).min(1).max(8),
  });
};
type Shape = z.infer<ReturnType<typeof practiceShape>>;

/** A branching conversation: every step is met, none twice on one way, and every way comes to an end. */
export const practiceFile = practiceShape(1).superRefine(checkWays);
export type PracticeFile = z.infer<typeof practiceFile>;

export const practiceEditionFile = practiceShape(3).extend(ofOriginal).superRefine(checkWays);

function checkWays({ start, steps }: Shape, ctx: z.RefinementCtx) {
  const add = (path: PropertyKey[], message: string, remedy: string) =>
    ctx.addIssue({ code: 'custom', path, message, params: { remedy } });

  const byId = new Map<string, Shape['steps'][number]>();
  steps.forEach((step, i) => {
    if (byId.has(step.id))
      add(['steps', i, 'id'], `場面 ${step.id} が二つあります`, 'id を変えてください');
    byId.set(step.id, step);
    const at = ['steps', i];
    if (step.choices && step.end !== undefined)
      add(
        [...at, 'end'],
        `場面 ${step.id} に choices と end の両方があります`,
        'つづく場面なら end を、終わりの場面なら choices を消してください',
      );
    if (!step.choices && step.end === undefined)
      add(
        at,
        `場面 ${step.id} に choices も end もありません`,
        '選ぶことばを choices に、終わりなら end に書き足してください',
      );
    if (step.says !== undefined && step.who === undefined)
      add(
        [...at, 'says'],
        `場面 ${step.id} のせりふを、だれが言うのか分かりません`,
        'who: 名前 を書き足してください',
      );
    if (step.who !== undefined && step.says === undefined)
      add(
        [...at, 'who'],
        `場面 ${step.id} に who だけがあります`,
        'says: せりふ を書き足すか、who を消して scene に書いてください',
      );
    if (step.choices && step.scene === undefined && step.says === undefined)
      add(
        at,
        `場面 ${step.id} に、答える前の一言がありません`,
        'scene か says を書き足してください',
      );
    const said = new Set<string>();
    step.choices?.forEach(({ say }, j) => {
      if (said.has(say))
        add([...at, 'choices', j, 'say'], '同じことばが二つあります', 'どちらかを直してください');
      said.add(say);
    });
  });

  if (!byId.has(start))
    add(['start'], `場面 ${start} がありません`, 'start に、初めの場面の id を書いてください');
  let isBroken = !byId.has(start);
  steps.forEach((step, i) =>
    step.choices?.forEach(({ to }, j) => {
      if (byId.has(to)) return;
      isBroken = true;
      add(
        ['steps', i, 'choices', j, 'to'],
        `行き先の場面 ${to} がありません`,
        'steps にある id にしてください',
      );
    }),
  );
  if (isBroken) return;

  const met = new Set<string>();
  const onTheWay = new Set<string>();
  const visit = (id: string) => {
    if (met.has(id)) return;
    met.add(id);
    onTheWay.add(id);
    const step = byId.get(id);
    step?.choices?.forEach(({ to }, j) => {
      if (onTheWay.has(to))
        add(
          ['steps', steps.indexOf(step), 'choices', j, 'to'],
          `前の場面 ${to} にもどっています`,
          '先の場面か、新しい場面へつないでください。やり直すボタンは画面にあります',
        );
      else visit(to);
    });
    onTheWay.delete(id);
  };
  visit(start);
  steps.forEach((step, i) => {
    if (!met.has(step.id))
      add(
        ['steps', i, 'id'],
        `場面 ${step.id} には、どこからも行けません`,
        'どれかの to をこの id にするか、場面を消してください',
      );
  });
  if (!steps.some(({ id, end }) => end !== undefined && met.has(id)))
    add(['steps'], '終わりの場面がありません', 'end: … のある場面を書き足してください');
}

export type PracticeFiles = {
  name: string;
  edition: Edition | 'original';
  /** Path of the file, as refusals name it. */
  file: string;
  source: string;
  value: PracticeFile;
  /** True where its author says that the original has moved on since. */
  older: boolean;
};
