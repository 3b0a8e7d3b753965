/** Why a file that was handed in cannot be read as a table. Words for each stand in messages/. */
export type TableRefusal =
  | 'empty'
  | 'binary'
  | 'old-excel'
  | 'binary-excel'
  | 'encrypted'
  | 'macros'
  | 'pdf'
  | 'html'
  | 'archive'
  | 'nested'
  | 'bomb'
  | 'damaged'
  | 'too-heavy'
  | 'unreadable-text'
  | 'open-quote'
  | 'no-sheet'
  | 'too-many-rows';
