import type { Cell, Column } from '~/documents/table';
import * as m from '~/paraglide/messages';

const whole = new Intl.NumberFormat('ja-JP');
const share = new Intl.NumberFormat('ja-JP', { style: 'percent', maximumFractionDigits: 0 });
const mean = new Intl.NumberFormat('ja-JP', { minimumFractionDigits: 2 });
const change = new Intl.NumberFormat('ja-JP', {
  minimumFractionDigits: 2,
  signDisplay: 'exceptZero',
});

/** A figure as the screen shows it; words stay as they are. */
export function formatCell(cell: Cell, { title, kind }: Column): Cell {
  if (typeof cell !== 'number') return cell;
  if (kind === 'percent') return share.format(cell);
  if (kind !== 'decimal') return whole.format(cell);
  const isChange = title === m.questionnaire_effect_column_change();
  return (isChange ? change : mean).format(cell).replace('-', '−');
}
