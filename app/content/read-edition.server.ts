import { createHash } from 'node:crypto';
import {
  courseEditionFile,
  lessonEditionFrontMatter,
  quizEditionFile,
  type CourseEditionText,
  type LessonEditionMeta,
  type LessonFrontMatter,
  type QuestionFile,
  type QuizEditionText,
  type QuizFile,
} from './library';
import type { Problem } from './refusal';
import { readYaml, splitFrontMatter } from './yaml-source';

type Taken<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };
type At = (path: PropertyKey[]) => { line: number; column: number };

/** What an edition says about the text it was made from: the first 12 hex digits of its SHA-256. */
export function markOf(originalSource: string): string {
  return createHash('sha256').update(originalSource).digest('hex').slice(0, 12);
}

export function readCourseEdition(
  source: string,
  originalSource: string,
): Taken<CourseEditionText> {
  const read = readYaml(source, courseEditionFile);
  if (!read.ok) return read;
  return taken(read, checkOriginal(read.value, read.at, originalSource));
}

/** A lesson in another edition; what it may not say itself (id, minutes, sources) stays the original's. */
export function readLessonEdition(
  source: string,
  original: { source: string; meta: LessonFrontMatter },
): Taken<{ meta: LessonEditionMeta; body: string }> {
  const split = splitFrontMatter(source);
  if (!split.ok)
    return {
      ok: false,
      problems: [
        {
          ...split.problem,
          remedy: '一行目を --- だけにし、original・title・goal を書いて --- で閉じてください',
        },
      ],
    };
  const read = readYaml(split.value.yaml, lessonEditionFrontMatter, split.value.firstLine);
  if (!read.ok) return read;
  const problems = checkOriginal(read.value, read.at, original.source);
  const noted = original.meta.contentNote !== null;
  if (noted && !read.value.contentNote)
    problems.push({
      ...read.at([]),
      reason: '元の文にある content_note がありません',
      remedy: 'content_note: の about と skip を書き足してください',
    });
  if (!noted && read.value.contentNote)
    problems.push({
      ...read.at(['content_note']),
      reason: '元の文にない content_note です',
      remedy: '元の lesson.mdx にも書くか、ここから消してください',
    });
  return taken(
    { ok: true, value: { meta: read.value, body: split.value.body } },
    problems,
  );
}

/** Questions in another edition: the same ids in the same order, and the same parts. */
export function readQuizEdition(
  source: string,
  original: { source: string; value: QuizFile },
): Taken<QuizEditionText> {
  const read = readYaml(source, quizEditionFile);
  if (!read.ok) return read;
  const problems = checkOriginal(read.value, read.at, original.source);
  return taken(read, [...problems, ...checkQuestions(read.value, read.at, original.value)]);
}

function taken<T>(read: { ok: true; value: T }, problems: Problem[]): Taken<T> {
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.value };
}

/** Whether an edition was made from the original as it stands. Practice conversations ask this too. */
export function checkOriginal(
  { original, older }: { original: string; older: boolean },
  at: At,
  originalSource: string,
): Problem[] {
  const same = original === markOf(originalSource);
  if (same && older)
    return [
      {
        ...at(['older']),
        reason: '元の文と同じ版なのに older: true があります',
        remedy: 'older の行を消してください',
      },
    ];
  if (same || older) return [];
  if (/^0+$/.test(original))
    return [
      {
        ...at(['original']),
        reason: '元の文の印がまだありません',
        remedy: 'npm run content:stamp -- <コースのフォルダー> を実行してください',
      },
    ];
  return [
    {
      ...at(['original']),
      reason: '元の文が変わっています',
      remedy:
        '元の文と読み比べて直してから npm run content:stamp -- <コースのフォルダー> --all を実行するか、older: true を書き足してください',
    },
  ];
}

type QuestionEdition = QuizEditionText['questions'][number];

function checkQuestions(edition: QuizEditionText, at: At, original: QuizFile): Problem[] {
  const ids = original.questions.map(({ id }) => id).join('、');
  if (edition.questions.map(({ id }) => id).join('、') !== ids) {
    const first = edition.questions.findIndex(({ id }, i) => id !== original.questions[i]?.id);
    return [
      {
        ...at(first < 0 ? ['questions'] : ['questions', first, 'id']),
        reason: '問いの id か順番が、元の文と違います',
        remedy: `元と同じ順（${ids}）にしてください`,
      },
    ];
  }
  return edition.questions.flatMap((question, i) =>
    checkQuestion(question, original.questions[i]!, (path) => at(['questions', i, ...path])),
  );
}

function checkQuestion(edition: QuestionEdition, original: QuestionFile, at: At): Problem[] {
  const problems: Problem[] = [];
  const add = (path: PropertyKey[], reason: string, remedy: string) =>
    problems.push({ ...at(path), reason, remedy });
  for (const part of ['scene', 'feedback'] as const) {
    if (original[part] !== undefined && edition[part] === undefined)
      add([], `元の文にある ${part} がありません`, `${part}: … を書き足してください`);
    if (original[part] === undefined && edition[part] !== undefined)
      add([part], `元の文にない ${part} です`, '元の quiz.yaml にも書くか、ここから消してください');
  }
  const wanted = original.options.map(({ id }) => id ?? '');
  const isOrder = original.kind === 'order';
  const fits =
    edition.options.length === original.options.length &&
    edition.options.every(({ id }, i) => (id === undefined ? isOrder : id === wanted[i]));
  if (!fits) {
    add(
      ['options'],
      '選択肢の id か順番が、元の文と違います',
      isOrder
        ? `元と同じ ${wanted.length} 個を、同じ順に並べてください`
        : `元と同じ順（${wanted.join('、')}）にしてください`,
    );
    return problems;
  }
  const texts = new Set<string>();
  edition.options.forEach((option, i) => {
    if (original.options[i]?.feedback !== undefined && option.feedback === undefined)
      add(['options', i], '選択肢に feedback がありません', 'feedback: … を書き足してください');
    if (texts.has(option.text))
      add(['options', i, 'text'], '同じ文の選択肢があります', 'どちらかを直してください');
    texts.add(option.text);
  });
  return problems;
}
