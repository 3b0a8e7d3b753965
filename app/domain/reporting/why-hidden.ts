import { FEWEST, hiddenParts } from './hidden-parts';

/** `few`: fewer than ten answered. `others`: of somewhere else too little would be left over. */
export type Hidden = 'few' | 'others';

type Around = { code: string; kind: string; partCodes: readonly string[] };

export type WhyHidden = {
  code: string;
  around: readonly Around[];
  countOf: (areaCode: string) => number;
};

/** Why a count of an area is not shown; null when it is. What is hidden as a whole is hidden in its parts. */
export function whyHidden({ code, around, countOf }: WhyHidden): Hidden | null {
  const count = countOf(code);
  if (count === 0) return null;
  if (count < FEWEST) return 'few';
  const wholes = around.filter(({ partCodes }) => partCodes.includes(code));
  const tells = wholes.some((whole) => {
    const parts = new Map(whole.partCodes.map((part) => [part, countOf(part)]));
    if (hiddenParts({ total: countOf(whole.code), parts }).has(code)) return true;
    return whole.kind !== 'group' && whyHidden({ code: whole.code, around, countOf }) !== null;
  });
  return tells ? 'others' : null;
}
