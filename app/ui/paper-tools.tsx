import * as m from '~/paraglide/messages';
import { PrintButton } from './print-button';

type PaperToolsProps = { furigana: boolean; back: { to: string; title: string } };

/** On the screen only: how to print this, and with which letters. */
export function PaperTools({ furigana, back }: PaperToolsProps) {
  return (
    <div className="no-print stack-s paper-tools">
      <p>{m.reading_print_hint()}</p>
      <p className="row">
        <PrintButton />
        <a className="tool-link" href={furigana ? '?furigana=off' : '?furigana=on'}>
          {furigana ? m.reading_print_furigana_off() : m.reading_print_furigana_on()}
        </a>
        <a className="tool-link" href={back.to}>
          ← {back.title}
        </a>
      </p>
    </div>
  );
}
