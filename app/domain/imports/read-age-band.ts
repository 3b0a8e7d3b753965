import type { Birth } from './read-birth';

const UNANSWERED = 'unanswered';
const NO_ANSWER = /^(無?回答なし|無回答|未回答|回答しない|答えない|答えたくない|不明|-)$/;

/** The band of an age in words or digits; of the birth where nothing stands; null where the words say none. */
export function readAgeBand(typed: string, birth: Birth | null, today: string): string | null {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '');
  if (text === '') return birth ? bandOf(ageOn(birth, today)) : UNANSWERED;
  if (NO_ANSWER.test(text)) return UNANSWERED;
  if (/^(小学生|児童)/.test(text)) return 'primary-school';
  if (/^(中学生|高校生)/.test(text)) return '10s';
  // 「10代」 is written with the ten of its first year, and begins with secondary school.
  if (/^10歳?代/.test(text)) return '10s';
  if (/^20歳?未満$|^10代以下$/.test(text)) return '10s';
  const years = /^(\d{1,3})(?:歳?代|歳|才)?(?:以上|[~〜～-]\d{0,3}(?:歳|代)?)?$/.exec(text);
  return years ? bandOf(Number(years[1])) : null;
}

function ageOn({ year, day }: Birth, today: string): number {
  const age = Number(today.slice(0, 4)) - year;
  return day !== null && today.slice(5) < day.slice(5) ? age - 1 : age;
}

function bandOf(age: number): string | null {
  if (age > 120) return null;
  if (age < 13) return 'primary-school';
  return `${Math.min(Math.floor(age / 10), 8)}0s`;
}
