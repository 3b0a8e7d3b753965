import { createHash } from 'node:crypto';
import type { Questionnaire, QuestionnaireFile } from './questionnaire';

/** Other words in an edition ask the same; other words in the original do not. */
export function versionQuestionnaire(file: QuestionnaireFile): Questionnaire {
  const asked = file.items.map(({ id, text }) => [id, text]);
  const version = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12);
  return { ...file, version };
}
