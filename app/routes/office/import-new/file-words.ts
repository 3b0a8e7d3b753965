import type { TableRefusal } from '~/documents/table-refusal';
import * as m from '~/paraglide/messages';

type FileRefusal = TableRefusal | 'no-rows' | 'no-file' | 'file-too-large' | 'not-a-form';

const WORDS: Record<FileRefusal, () => string> = {
  'no-file': m.imports_file_no_file,
  'file-too-large': m.imports_file_file_too_large,
  'not-a-form': m.imports_file_not_a_form,
  'no-rows': m.imports_file_no_rows,
  'no-sheet': m.imports_file_no_sheet,
  'old-excel': m.imports_file_old_excel,
  'binary-excel': m.imports_file_binary_excel,
  'too-heavy': m.imports_file_too_heavy,
  'unreadable-text': m.imports_file_unreadable_text,
  'open-quote': m.imports_file_open_quote,
  'too-many-rows': m.imports_file_too_many_rows,
  empty: m.imports_file_empty,
  binary: m.imports_file_binary,
  encrypted: m.imports_file_encrypted,
  macros: m.imports_file_macros,
  pdf: m.imports_file_pdf,
  html: m.imports_file_html,
  archive: m.imports_file_archive,
  nested: m.imports_file_nested,
  bomb: m.imports_file_bomb,
  damaged: m.imports_file_damaged,
};

/** Why a file was not taken, and what to do. */
export function fileWords(reason: FileRefusal): string {
  return WORDS[reason]();
}
