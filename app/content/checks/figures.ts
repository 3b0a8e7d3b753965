import type { Problem } from '../refusal';
import { offsetIn, problemAt, sentencesOf, type CheckedText, type Passage } from './passages';

const DIGIT = '[0-9０-９〇一二三四五六七八九十百千万億]';
const NUMBER = `${DIGIT}(?:[0-9０-９〇一二三四五六七八九十百千万億,，.．]*${DIGIT})?`;

/** A share, one in so many, or a number so large that somebody counted. What small numbers count is a story's. */
const JAPANESE: {
  pattern: RegExp;
  fits?: (found: RegExpMatchArray, sentence: string) => boolean;
}[] = [
  { pattern: new RegExp(`${NUMBER}\\s?(?:%|％|パーセント)`, 'g') },
  { pattern: new RegExp(`${NUMBER}割(?![引り合増がれ])`, 'g') },
  {
    pattern: new RegExp(
      `${NUMBER}人に(?:約)?${NUMBER}人(?!ずつ)|${NUMBER}人のうち、?${NUMBER}人`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(${NUMBER})(?:余)?の?(?:人|名|件|世帯|団体|校|か所|カ所|ヶ所|自治体|市町村)(?![前目])`,
      'g',
    ),
    fits: ([, number = '']) => !/^[百千万]$/.test(number) && valueOf(number) >= 100,
  },
  { pattern: /(?:約|およそ)?[0-9０-９]+(?:[.．][0-9０-９]+)?倍/g },
  {
    pattern: new RegExp(`${NUMBER}分の${NUMBER}|半数(?:以上|近く|を超)|過半数`, 'g'),
    fits: (_, sentence) =>
      /人|回答|国民|市民|世帯|調査|大人|子ども|若者|女性|男性|学生/.test(sentence),
  },
];
const COUNTED =
  'people|persons|adults|children|pupils|students|volunteers|cases|calls|households|supporters|gatekeepers|towns|cities|municipalities';
const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten';
const ENGLISH: typeof JAPANESE = [
  { pattern: /\b[\w.]+\s?(?:%|per ?cent\b)/gi },
  {
    pattern: new RegExp(
      `\\b(?:${SMALL}|\\d{1,3})(?: \\w+)? (?:in|out of) (?:every )?(?:${SMALL}|twenty|a hundred|\\d{1,3})\\b(?! (?:second|minute|hour|day|week|month|year|step|lesson|o'clock))`,
      'gi',
    ),
    fits: ([found]) => !/^(?:one|1) in (?:one|1)$/i.test(found),
  },
  {
    pattern: new RegExp(`\\b(\\d[\\d,]{2,}) (?:\\w+ )?(?:${COUNTED})\\b`, 'gi'),
    fits: ([, number = '']) => valueOf(number) >= 100 && !/^(?:19|20)\d\d$/.test(number),
  },
  {
    pattern: new RegExp(
      `\\b(?:\\d[\\d.,]*|${SMALL}|a) (?:million|billion|thousand) (?:${COUNTED})\\b`,
      'gi',
    ),
  },
  {
    pattern: new RegExp(
      `\\b(?:half|a third|two[- ]thirds|a quarter|three[- ]quarters) of (?:all |the )?(?:people|adults|children|those|respondents|households|residents|women|men)`,
      'gi',
    ),
  },
];

const YEAR =
  /(?:19|20|１９|２０)[0-9０-９]{2}年|二〇[〇一二三四五六七八九]{2}年|令和|平成|昭和|\bR[0-9]+年/;
const YEAR_ENGLISH = /\b(?:19|20)\d{2}\b/;
const SURVEY = /調査|統計|白書|アンケート|国民の|全国で|\bsurvey|\bstatistic|\bwhite paper/i;

const FIGURES_A_LESSON = 2;

/**
 * A figure stands with its source and its year, and few stand in one lesson. In a story numbers are
 * free, unless somebody in it speaks of a survey.
 */
export function checkFigures(text: CheckedText): Problem[] {
  if (text.kind === 'course' || text.kind === 'other') return [];
  const problems: Problem[] = [];
  const told = new Set<string>();
  for (const passage of text.passages) {
    for (const { index, found } of figuresIn(passage, text.edition)) {
      const add = (reason: string, remedy: string) =>
        problems.push(problemAt(text, offsetIn(passage, index), reason, remedy));
      const isNew = !told.has(found);
      told.add(found);
      if (text.kind !== 'lesson') {
        if (!isExplained(passage.text, text.edition))
          add(
            `数字「${found}」が、年も出典もなく問いや会話に出てきます`,
            '数字を消すか、「（2022年、○○調査）」のように年と出典をすぐあとに書いてください',
          );
      } else if (passage.cites.length === 0) {
        add(
          `数字「${found}」に出典がありません`,
          '同じ段落に <Cite id="…" /> を置き、front matter の sources に文書と年を書いてください',
        );
      } else if (!(text.edition === 'en' ? YEAR_ENGLISH : YEAR).test(passage.text)) {
        add(
          `数字「${found}」がいつのものか、本文に書かれていません`,
          '同じ段落に「2022年の」「令和4年度に」のように年を書いてください',
        );
      } else if (isNew && told.size > FIGURES_A_LESSON) {
        add(
          `数字が多すぎます（一つの課に${FIGURES_A_LESSON}つまで。「${found}」は${told.size}つめ）`,
          'いちばん伝えたい数字を一つ残して、ほかは消してください',
        );
      }
    }
  }
  return problems;
}

function figuresIn(passage: Passage, edition: CheckedText['edition']) {
  if (passage.place === 'note' || passage.place === 'name') return [];
  const isStory = passage.place === 'story' || passage.place === 'speech';
  const figures: { index: number; found: string }[] = [];
  for (const sentence of sentencesOf(passage.text, edition)) {
    if (isStory && !SURVEY.test(sentence.text)) continue;
    for (const { pattern, fits } of edition === 'en' ? ENGLISH : JAPANESE) {
      for (const match of sentence.text.matchAll(pattern)) {
        if (fits && !fits(match, sentence.text)) continue;
        const index = sentence.index + match.index;
        const isWithin = figures.some((f) => index >= f.index && index < f.index + f.found.length);
        if (!isWithin) figures.push({ index, found: match[0] });
      }
    }
  }
  return figures.sort((a, b) => a.index - b.index);
}

/** In brackets: a year, and more than a year. */
function isExplained(text: string, edition: CheckedText['edition']): boolean {
  const year = edition === 'en' ? YEAR_ENGLISH : YEAR;
  return [...text.matchAll(/[（(]([^（）()]+)[）)]/g)].some(
    ([, within = '']) =>
      year.test(within) && within.replace(year, '').replace(/[\d年度、, ]/g, '').length >= 2,
  );
}

const KANJI_DIGITS = '〇一二三四五六七八九';

/** 二万一千 and 185,000 alike; a figure that cannot be read counts as large. */
function valueOf(number: string): number {
  const plain = number.normalize('NFKC').replace(/[,，]/g, '');
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  let sum = 0;
  let group = 0;
  let digits = '';
  const take = () => {
    const value = digits === '' ? 0 : Number(digits);
    digits = '';
    return value;
  };
  for (const sign of plain) {
    const figure = KANJI_DIGITS.indexOf(sign);
    if (figure >= 0) digits += String(figure);
    else if (/[\d.]/.test(sign)) digits += sign;
    else if (sign in UNITS) {
      const unit = UNITS[sign] ?? 1;
      if (unit < 10_000) group += (take() || 1) * unit;
      else {
        sum += (group + take() || 1) * unit;
        group = 0;
      }
    } else return Infinity;
  }
  return sum + group + take();
}

const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 億: 100_000_000 };
