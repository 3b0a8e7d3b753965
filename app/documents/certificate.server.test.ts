import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { renderCertificate, type CertificateFacts } from './certificate.server';

const FACTS: CertificateFacts = {
  title: '修了証',
  courseTitle: 'ゲートキーパー はじめの一歩',
  number: '第 27140-2026-000418 号',
  holderName: '髙﨑 𠮷美',
  holderKana: 'タカサキ　ヨシミ',
  bodyText:
    'あなたは、身近な人の変化に気づき、声をかけ、話を聞いて、必要な支援につなげ、見守る人としての学びを修められました。できる範囲での一歩が、まちの安心になります。',
  issuedOnText: '令和8年（2026年）11月21日',
  expiresOnText: null,
  hostName: '堺市',
  hostDepartment: '健康福祉局 地域共生推進課',
  verifyUrl: 'https://tsunagu.example.jp/verify/7F3K2MQX9TVD',
  verifyCode: '7F3K-2MQX-9TVD',
  minutes: 32,
  versionNumber: 3,
  specimen: false,
};

const LONG_NAME = 'アレクサンドリアマリアカタリナデラクルスゴンザレスサントスロ';
const LONG_HOST =
  '南アルプス市・富士川町・早川町・身延町・南部町・市川三郷町 自殺対策推進広域連携協議会';

function render(over: Partial<CertificateFacts> = {}): string {
  const rendered = renderCertificate({ ...FACTS, ...over });
  if (!rendered.ok) throw new Error(`no glyph for ${rendered.characters.join(' ')}`);
  return rendered.pdf.toString('latin1');
}

/** What the page shows: the glyph numbers of every font as they are drawn, and the letters they stand for. */
function readPage(pdf: string): { glyphs: number[]; text: string } {
  const letters = new Map(
    [...pdf.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, font, id]) => [font!, readCmap(pdf, id!)]),
  );
  const glyphs: number[] = [];
  let text = '';
  for (const [part] of contentOf(pdf).matchAll(/\/f\d+ [\d.]+ Tf\n[\s\S]*?\nET\n/g)) {
    const cmap = letters.get(part.match(/^\/(f\d+)/)?.[1] ?? '');
    for (const glyph of cmap ? stringsOf(part).flatMap(glyphsOf) : []) {
      glyphs.push(glyph);
      text += cmap!.get(glyph) ?? '\uFFFD';
    }
  }
  return { glyphs, text };
}

/** The strings of a content stream as bytes: (…), in which brackets in pairs stand without a backslash, or <…> in hexadecimal. */
function stringsOf(content: string): string[] {
  const strings: string[] = [];
  let depth = 0;
  let begin = 0;
  for (let i = 0; i < content.length; i += 1) {
    const hex =
      depth === 0 && content[i] === '<' ? content.slice(i).match(/^<([0-9A-F]+)>/i) : null;
    if (hex) strings.push(Buffer.from(hex[1]!, 'hex').toString('latin1'));
    else if (content[i] === '\\') i += 1;
    else if (content[i] === '(' && (depth += 1) === 1) begin = i + 1;
    else if (content[i] === ')' && (depth -= 1) === 0) strings.push(plain(content.slice(begin, i)));
  }
  return strings;
}

function contentOf(pdf: string): string {
  const streams = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, body]) => body!,
  );
  return streams
    .map((body) => {
      try {
        return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .filter((body) => body.includes(' Tf\n'))
    .join('\n');
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function plain(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped)
      ? String.fromCharCode(Number.parseInt(escaped, 8))
      : (ESCAPES[escaped] ?? escaped),
  );
}

function glyphsOf(bytes: string): number[] {
  return Array.from(
    { length: bytes.length / 2 },
    (_, i) => bytes.charCodeAt(2 * i) * 256 + bytes.charCodeAt(2 * i + 1),
  );
}

function readCmap(pdf: string, fontId: string): Map<number, string> {
  const object = (id: string) => pdf.slice(pdf.indexOf(`\n${id} 0 obj`)).split('endobj')[0]!;
  const toUnicode = object(fontId).match(/\/ToUnicode (\d+) 0 R/)![1]!;
  const pairs = object(toUnicode).matchAll(/<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>\n/g);
  return new Map(
    [...pairs].map(([, glyph, utf16]) => [
      Number.parseInt(glyph!, 16),
      Buffer.from(utf16!, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

const pageCount = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length;
const squeezed = (text: string) => text.replace(/[\s\u200B]/g, '');

/** The glyph drawn for a letter that a font lacks. */
const NOTDEF = 0;

test.each([
  '髙﨑 𠮷美',
  '𠮷田 邉子',
  '渡邊 桒𣘺',
  '葛\u{E0100}飾 祇\u{E0100}園',
  '辻\u{E0101} 葛\u{E0101}',
  LONG_NAME,
  'Renée Müller-Nguyễn Ñandú',
  'Bartholomew Maximilian Wolfeschlegelsteinhausenbergerdorff-Nguyễn',
])('every letter of %s is drawn, on one sheet, and reads back as typed', (holderName) => {
  const pdf = render({ holderName, holderKana: LONG_NAME });
  const { glyphs, text } = readPage(pdf);
  expect(glyphs.length).toBeGreaterThan(100);
  expect(glyphs).not.toContain(NOTDEF);
  const base = (words: string) => squeezed(words).replace(/[\u{E0100}-\u{E01EF}]/gu, '');
  expect(base(text)).toContain(base(`${holderName} さん`));
  expect(pageCount(pdf)).toBe(1);
});

test('the longest names of hosts and courses stay on one sheet with everything else', () => {
  const over = {
    holderName: LONG_NAME,
    holderKana: LONG_NAME,
    courseTitle:
      'こころサポーター養成研修 やさしい日本語版 身近な人のこころの不調に気づき支えるために',
    bodyText: FACTS.bodyText.repeat(2),
    hostName: LONG_HOST,
    hostDepartment: '保健福祉部 健康増進課 こころの健康づくり推進担当 地域包括支援センター',
    expiresOnText: '令和11年（2029年）11月20日',
    specimen: true,
  };
  const pdf = render(over);
  const text = squeezed(readPage(pdf).text);
  expect(text).toContain(squeezed(LONG_HOST));
  expect(text).toContain('有効期限令和11年（2029年）11月20日');
  expect(pageCount(pdf)).toBe(1);
});

test('every printed word of the certificate is on the page', () => {
  const text = squeezed(readPage(render()).text);
  for (const word of [
    FACTS.title,
    FACTS.number,
    FACTS.courseTitle,
    FACTS.holderKana,
    FACTS.bodyText,
    FACTS.issuedOnText,
    FACTS.hostName,
    '健康福祉局 地域共生推進課',
    '公印省略',
    'tsunagu.example.jp/verify',
    '確認番号 7F3K-2MQX-9TVD',
    '学習時間 32分',
    '教材 第3版',
  ]) {
    expect(text).toContain(squeezed(word));
  }
  expect(text).not.toContain('見本');
});

test('a specimen says so in a line of its own', () => {
  expect(readPage(render({ specimen: true })).text).toContain('見本（練習用の資料から作成）');
});

test('what is not known is left out', () => {
  const { text } = readPage(render({ minutes: null, versionNumber: null, hostDepartment: null }));
  expect(text).not.toMatch(/学習時間|教材|null/);
});

test('the file is PDF/UA: tagged, with language, title and words for the picture', () => {
  const pdf = render();
  expect(pdf).toMatch(/pdfuaid:part[>="]+1/);
  expect(pdf).toContain('/Marked true');
  expect(pdf).toMatch(/\/Lang \(ja/);
  expect(pdf).toContain('/S /H1');
  expect(pdf).toContain('/Alt');
});

test('words that look like markup are printed as words', () => {
  const { text } = readPage(render({ hostName: '#read("/etc/passwd") *堺市* $x$' }));
  expect(squeezed(text)).toContain(squeezed('#read("/etc/passwd") *堺市* $x$'));
});

test('a letter that the font lacks is named instead of printed as a box', () => {
  expect(renderCertificate({ ...FACTS, holderName: '山田 \u{31000}😀' })).toEqual({
    ok: false,
    reason: 'glyph-missing',
    characters: ['\u{31000}', '😀'],
  });
});
