import type { Edition } from '../lib/edition';
import type { PracticeFiles } from './practice-file';
import type { Inline, TreeElement } from './tree';

/**
 * A conversation as part of the tree: `Practice` holds a `Step` for each scene, in the order of the file
 * with the first one first, a step holds its `Choice`s, and `Debrief` the points to look back on.
 */
export function compilePractice(
  { name, value, edition }: PracticeFiles,
  lessonEdition: Edition | undefined,
  readText: (text: string) => Inline,
): TreeElement {
  const read = (text: string): Inline =>
    text
      .trim()
      .split('\n')
      .flatMap((line, i): Inline => {
        const nodes = readText(withoutFolds(line.trim()));
        return i === 0 ? nodes : [['br', 0], ...nodes];
      });
  const part = (label: string, text: string | undefined) =>
    text === undefined ? {} : { [label]: read(text) };

  const first = value.steps.filter(({ id }) => id === value.start);
  const others = value.steps.filter(({ id }) => id !== value.start);
  const steps = [...first, ...others].map(
    (step): TreeElement => [
      'Step',
      {
        id: step.id,
        ...part('scene', step.scene),
        ...part('who', step.who),
        ...part('says', step.says),
        ...part('end', step.end),
      },
      ...(step.choices ?? []).map(
        ({ say, lands, to }): TreeElement => [
          'Choice',
          { to, say: read(say), lands: read(lands) },
        ],
      ),
    ],
  );
  return [
    'Practice',
    {
      name,
      title: read(value.title),
      about: read(value.about),
      you: read(value.you),
      ...(lessonEdition && edition === 'original' ? { borrowed: 'original' } : {}),
    },
    ...steps,
    ['Debrief', 0, ...value.debrief.map((point): TreeElement => ['li', 0, ...read(point)])],
  ];
}

/** YAML folds a line end into a space, which Japanese does not have. */
function withoutFolds(text: string): string {
  const wide =
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFFEFー…—]';
  return text.replace(new RegExp(`(?<=${wide}) (?=${wide})`, 'gu'), '');
}
