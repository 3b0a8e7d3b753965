import type { Problem } from '../refusal';
import { problemAt, type CheckedText, type Place } from './passages';

const LESSON_CHARS = { least: 500, most: 1600 };
const PARTS = [
  ['Scene', '場面（<Scene>）', '人と場所とひとときを、4〜8行で'],
  ['Think', '考えてみる（<Think>）', '説明の前に、答えのない問いを一つ'],
  ['Try', 'やってみる（<Try>）', '声に出せることばを一つ'],
  ['TakeHome', '持ち帰るひとこと（<TakeHome>）', '一文で'],
] as const;
const NOT_BODY: readonly Place[] = ['title', 'goal', 'note', 'heading', 'name', 'picture'];

/** A lesson of three to six minutes: a scene, a question, the idea, a try and one line to keep. */
export function checkLessonShape(text: CheckedText): Problem[] {
  if (text.edition !== 'original' || !/(?:^|\/)lesson\.mdx$/.test(text.file)) return [];
  const add = (reason: string, remedy: string) => problemAt(text, 0, reason, remedy);
  const problems = PARTS.filter(([name]) => !text.components.includes(name)).map(
    ([, words, remedy]) => add(`${words}がありません`, `${remedy}書き足してください`),
  );
  const count = text.passages
    .filter(({ place }) => !NOT_BODY.includes(place))
    .reduce((sum, passage) => sum + [...passage.text.replace(/\s/g, '')].length, 0);
  if (count < LESSON_CHARS.least)
    problems.push(
      add(
        `本文が短すぎます（${count}字。${LESSON_CHARS.least}字から）`,
        '場面の一こまか、やってみることばを書き足すか、となりの課と一つにしてください',
      ),
    );
  if (count > LESSON_CHARS.most)
    problems.push(
      add(
        `本文が長すぎます（${count}字。${LESSON_CHARS.most}字まで）`,
        '伝えたいことを一つに絞るか、二つの課に分けてください',
      ),
    );
  return problems;
}
