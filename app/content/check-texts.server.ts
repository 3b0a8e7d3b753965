import { createHash } from 'node:crypto';
import { checkEasyLevel } from './checks/easy-level';
import { checkEnglishLevel } from './checks/english-level';
import { checkFigures } from './checks/figures';
import { checkHeavyWords } from './checks/heavy-words';
import { checkLessonShape } from './checks/lesson-shape';
import { readPassages } from './checks/passages';
import { checkPhoneNumbers } from './checks/phone-numbers';
import { checkWording } from './checks/wording';
import type { Refusal } from './refusal';

type SourceText = { file: string; source: string };
type Facts = {
  /** Telephone numbers of the directory. */
  directory: readonly string[];
  /** Folders whose words were found clean before, by their hash. */
  known: ReadonlySet<string>;
};

/** What is wrong with what the texts say, a folder at a time. Whether they can be read at all, others ask. */
export function checkTexts(
  sources: readonly SourceText[],
  facts: Facts,
): { refusals: Refusal[]; clean: string[] } {
  const refusals: Refusal[] = [];
  const clean: string[] = [];
  for (const folder of inFolders(sources)) {
    const hash = hashFolder(folder, facts.directory);
    const found = facts.known.has(hash) ? [] : checkFolder(folder, facts.directory);
    refusals.push(...found);
    if (found.length === 0) clean.push(hash);
  }
  return { refusals, clean };
}

function checkFolder(sources: readonly SourceText[], directory: readonly string[]): Refusal[] {
  const texts = sources.map(({ file, source }) => readPassages(file, source));
  const refusals = texts.flatMap((text) =>
    [
      ...checkWording(text),
      ...checkFigures(text),
      ...checkPhoneNumbers(text, directory),
      ...checkLessonShape(text),
      ...checkEasyLevel(text),
      ...checkEnglishLevel(text),
    ].map((problem) => ({ file: text.file, ...problem })),
  );
  const heavy = checkHeavyWords(
    texts.filter(({ kind }) => ['lesson', 'quiz', 'practice'].includes(kind)),
  ).map(({ text, problem }) => ({ file: text.file, ...problem }));
  return [...refusals, ...heavy];
}

function hashFolder(sources: readonly SourceText[], directory: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(directory));
  for (const { file, source } of sources) hash.update(JSON.stringify([file, source]));
  return hash.digest('hex');
}

function inFolders(sources: readonly SourceText[]): SourceText[][] {
  const folders = new Map<string, SourceText[]>();
  for (const text of sources) {
    const folder = text.file.slice(0, text.file.lastIndexOf('/') + 1);
    const texts = folders.get(folder);
    if (texts) texts.push(text);
    else folders.set(folder, [text]);
  }
  return [...folders.values()];
}
