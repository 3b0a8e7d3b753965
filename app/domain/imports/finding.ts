import type { ImportField } from './import-fields';

/** Why a row was not taken, each with the field it is about. Words stand in messages/. */
export type RefusalCode =
  | 'name-empty'
  | 'name-too-long'
  | 'name-unprintable'
  | 'name-own-letters'
  | 'name-picture'
  | 'kana-empty'
  | 'kana-wrong'
  | 'birth-wrong'
  | 'birth-range'
  | 'municipality-unknown'
  | 'municipality-several'
  | 'municipality-outside'
  | 'relation-unknown'
  | 'audience-unknown'
  | 'age-unknown'
  | 'email-wrong'
  | 'row-too-long'
  | 'row-twice'
  | 'taken-before'
  | 'undone';

/** What an officer is told of a row that is taken all the same. */
export type WarningCode = 'repeat' | 'repeat-in-list';

/** Holds no word out of the row itself, as it stays when the row's cells are forgotten. */
export type Finding = {
  code: RefusalCode | WarningCode;
  field: ImportField | null;
  /** Where it stands in the list, 0 for the first column; null where no column is to blame. */
  column: number | null;
  /** Names of places, a number of a row, a day: what the words need. */
  words?: string[];
};
