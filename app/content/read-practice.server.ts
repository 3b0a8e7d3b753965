import {
  practiceEditionFile,
  practiceFile,
  type PracticeFile,
  type PracticeFiles,
} from './practice-file';
import { checkOriginal } from './read-edition.server';
import type { Refusal } from './refusal';
import { readYaml, type Read } from './yaml-source';

const FILE_NAME = /^practice-([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(easy|en))?\.yaml$/;

export function isPracticeName(fileName: string): boolean {
  return FILE_NAME.test(fileName);
}

/** All the conversations of one lesson, and what cannot be taken of them. */
export function readPractices(texts: { fileName: string; file: string; source: string }[]): {
  practices: PracticeFiles[];
  refusals: Refusal[];
} {
  const practices: PracticeFiles[] = [];
  const refusals: Refusal[] = [];
  const given = texts.map((text) => {
    const [, name = '', edition = 'original'] = FILE_NAME.exec(text.fileName) ?? [];
    return { ...text, name, edition: edition as PracticeFiles['edition'] };
  });
  for (const { name, edition, file, source } of given.filter((t) => t.edition === 'original')) {
    const read = readYaml(source, practiceFile);
    if (!read.ok) refusals.push(...read.problems.map((problem) => ({ file, ...problem })));
    else practices.push({ name, edition, file, source, value: read.value, older: false });
  }
  for (const { name, edition, file, source } of given.filter((t) => t.edition !== 'original')) {
    const read = readYaml(source, practiceEditionFile);
    if (!read.ok) {
      refusals.push(...read.problems.map((problem) => ({ file, ...problem })));
      continue;
    }
    const original = practices.find((p) => p.name === name && p.edition === 'original');
    if (!original) {
      if (!given.some((t) => t.name === name && t.edition === 'original'))
        refusals.push({
          file,
          line: 1,
          column: 1,
          reason: `もとの practice-${name}.yaml がありません`,
          remedy: '名前をもとのファイルに合わせるか、このファイルを消してください',
        });
      continue;
    }
    const { original: mark, older = false, ...value } = read.value;
    const found = [
      ...checkOriginal({ original: mark, older }, read.at, original.source),
      ...compareWays(original.value, value, read),
    ];
    refusals.push(...found.map((problem) => ({ file, ...problem })));
    practices.push({ name, edition, file, source, value, older });
  }
  return { practices, refusals };
}

/** An edition has the steps of the original, in their order, and leads the same ways. */
function compareWays(
  original: PracticeFile,
  value: PracticeFile,
  read: Extract<Read<PracticeFile>, { ok: true }>,
) {
  const differs = (at: PropertyKey[], reason: string) => ({
    ...read.at(at),
    reason,
    remedy: 'もとの会話と同じ id・同じ順番・同じ to にしてください',
  });
  const ids = (file: PracticeFile) => file.steps.map(({ id }) => id).join(' ');
  if (ids(original) !== ids(value))
    return [differs(['steps'], `場面がもとと違います（もとは ${ids(original)}）`)];
  const found = value.start === original.start ? [] : [differs(['start'], 'start がもとと違います')];
  value.steps.forEach((step, i) => {
    const to = (file: PracticeFile) =>
      file.steps[i]?.choices?.map((choice) => choice.to).join(' ') ?? 'end';
    if (to(original) !== to(value))
      found.push(
        differs(['steps', i], `場面 ${step.id} の行き先がもとと違います（もとは ${to(original)}）`),
      );
  });
  return found;
}

/** What a lesson in one edition draws: its own conversations, and the original's where it has none. */
export function practicesOf(
  practices: readonly PracticeFiles[],
  edition: PracticeFiles['edition'],
): PracticeFiles[] {
  return practices
    .filter((practice) => practice.edition === 'original')
    .map(
      (original) =>
        practices.find((p) => p.name === original.name && p.edition === edition) ?? original,
    );
}
