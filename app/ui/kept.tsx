import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { useEdition } from './use-edition';

/** "ここまで保存しました 10:42"; with the day when that was not today. */
export function Kept({ at, today }: { at: Date; today: string }) {
  const { day } = jstDates(at);
  const [, month, date] = day.split('-').map(Number);
  const clock = formatTime(at);
  const edition = useEdition();
  const time =
    day === today
      ? clock
      : edition === 'en'
        ? `${formatDay(day, edition)}, ${clock}`
        : m.course_kept_day({ month: String(month), day: String(date), time: clock });
  return <span className="kept">{m.course_kept({ time })}</span>;
}
