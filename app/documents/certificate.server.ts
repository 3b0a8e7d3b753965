import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import template from './certificate.typ?raw';

/** Every word that is printed, as it was when the certificate was issued. */
export type CertificateFacts = {
  title: string;
  courseTitle: string;
  number: string;
  holderName: string;
  holderKana: string;
  bodyText: string;
  issuedOnText: string;
  expiresOnText: string | null;
  hostName: string;
  hostDepartment: string | null;
  /** Where this certificate can be checked: what the QR code opens. */
  verifyUrl: string;
  /** Grouped, as a person reads it aloud. */
  verifyCode: string;
  minutes: number | null;
  versionNumber: number | null;
  specimen: boolean;
};

export type RenderedCertificate =
  { ok: true; pdf: Buffer } | { ok: false; reason: 'glyph-missing'; characters: string[] };

const FONTS = ['400Regular/NotoSerifJP_400Regular.ttf', '600SemiBold/NotoSerifJP_600SemiBold.ttf'];
const VARIATION_SELECTORS = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
const TAIL_CLUSTERS = 3;
/** Rounds of rendering for which the compiler keeps what it has worked out. */
const CACHE_AGE = 30;

let compiler: NodeCompiler | null = null;

/** The compiler sees an empty folder and its two fonts, nothing else of the machine. */
function openCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((file) =>
    readFileSync(require.resolve(`@expo-google-fonts/noto-serif-jp/${file}`)),
  );
  const workspace = mkdtempSync(join(tmpdir(), 'tsunagu-typst-'));
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
}

/**
 * The certificate as a tagged PDF (PDF/UA-1). A variation of a kanji that the font lacks is printed
 * as its base form, the name in the title of the file stays as it was typed. A letter that the font
 * lacks altogether is refused, so that no empty box is ever printed.
 */
export function renderCertificate(facts: CertificateFacts): RenderedCertificate {
  const asTyped = compile(facts);
  if (asTyped.ok) return asTyped;
  return compile(withoutVariations(facts));
}

function compile(facts: CertificateFacts): RenderedCertificate {
  compiler ??= openCompiler();
  const inputs = {
    facts: JSON.stringify(printed(facts)),
    qr: renderSVG(facts.verifyUrl, { ecc: 'M', border: 0 }),
  };
  try {
    const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' });
    return { ok: true, pdf };
  } catch (error) {
    const characters = missingCharacters(describe(error));
    if (characters.length > 0) return { ok: false, reason: 'glyph-missing', characters };
    throw new Error(`The certificate could not be set: ${describe(error)}`, { cause: error });
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

/** The letters that the compiler names in its refusal; anything but a missing glyph names none. */
function missingCharacters(refusal: string): string[] {
  const named = [...refusal.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)];
  const characters = named.map(([, text]) =>
    text!.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  );
  return [...new Set(characters)];
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function printed(facts: CertificateFacts) {
  const { minutes, versionNumber, expiresOnText, specimen } = facts;
  const made = [
    minutes === null ? null : `学習時間 ${minutes}分`,
    versionNumber === null ? null : `教材 第${versionNumber}版`,
    '発行 つなぐ',
  ];
  return {
    ...facts,
    ...splitName(facts.holderName),
    documentTitle: `${facts.title} ${facts.holderName} ${facts.courseTitle}`,
    qrAlt: `この修了証を確かめるページ ${facts.verifyUrl} を開く二次元コード`,
    footLines: [
      'この修了証は次の所で確かめられます。',
      `${placeToVerify(facts.verifyUrl)}　確認番号 ${facts.verifyCode}`,
      made.filter((part) => part !== null).join('　'),
      expiresOnText === null ? null : `有効期限 ${expiresOnText}`,
      specimen ? '見本（練習用の資料から作成）' : null,
    ].filter((line) => line !== null),
  };
}

/** The page where a code is typed: the address without scheme and without the code at its end. */
function placeToVerify(verifyUrl: string): string {
  const { host, pathname } = new URL(verifyUrl);
  return host + (pathname.match(/^.*\/verify(?=\/|$)/)?.[0] ?? pathname);
}

/** A name of two lines keeps its last word, or its last letters, beside 「さん」. */
function splitName(name: string): { holderHead: string; holderTail: string } {
  const lastSpace = Math.max(name.lastIndexOf(' '), name.lastIndexOf('　'));
  if (lastSpace > 0) {
    return { holderHead: name.slice(0, lastSpace + 1), holderTail: name.slice(lastSpace + 1) };
  }
  const clusters = [...new Intl.Segmenter('ja').segment(name)].map(({ segment }) => segment);
  return {
    holderHead: clusters.slice(0, -TAIL_CLUSTERS).join(''),
    holderTail: clusters.slice(-TAIL_CLUSTERS).join(''),
  };
}

function withoutVariations(facts: CertificateFacts): CertificateFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace(VARIATION_SELECTORS, '') : value,
    ]),
  ) as CertificateFacts;
}
