import { checkEasyLevel } from './checks/easy-level';
import { checkEnglishLevel } from './checks/english-level';
import { checkFigures } from './checks/figures';
import { checkHeavyWords } from './checks/heavy-words';
import { checkLessonShape } from './checks/lesson-shape';
import { readPassages, type CheckedText } from './checks/passages';
import { checkPhoneNumbers } from './checks/phone-numbers';
import { checkWording } from './checks/wording';
import type { Refusal } from './refusal';

export type SourceText = { file: string; source: string };
type Facts = {
  /** Telephone numbers of the directory. */
  directory: readonly string[];
  /** Texts refused already, whose words cannot be told for sure. */
  refused: readonly string[];
};

/** What is wrong with what the texts say. Whether they can be read at all, others have asked before. */
export function checkTexts(sources: readonly SourceText[], facts: Facts): Refusal[] {
  const texts = sources
    .filter(({ file }) => !facts.refused.includes(file))
    .map(({ file, source }) => readPassages(file, source));
  const refusals: Refusal[] = [];
  for (const text of texts) {
    const found = [
      ...checkWording(text),
      ...checkFigures(text),
      ...checkPhoneNumbers(text, facts.directory),
      ...checkLessonShape(text),
      ...checkEasyLevel(text),
      ...checkEnglishLevel(text),
    ];
    refusals.push(...found.map((problem) => ({ file: text.file, ...problem })));
  }
  for (const lesson of inFolders(texts))
    for (const { text, problem } of checkHeavyWords(lesson))
      refusals.push({ file: text.file, ...problem });
  return refusals;
}

function inFolders(texts: CheckedText[]): CheckedText[][] {
  const folders = new Map<string, CheckedText[]>();
  for (const text of texts) {
    if (!['lesson', 'quiz', 'practice'].includes(text.kind)) continue;
    const folder = text.file.slice(0, text.file.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), text]);
  }
  return [...folders.values()];
}
