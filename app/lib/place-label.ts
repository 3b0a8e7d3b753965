import type { Edition } from './edition';
import { romajiOf } from './romaji';

type Place = { prefectureName: string; cityName: string | null; name: string };
type ReadPlace = Place & { prefectureKana: string; cityKana: string | null; kana: string };

/** "大阪府 堺市 堺区": a place with what it lies in, as many share a name. */
export function placeLabel({ prefectureName, cityName, name }: Place): string {
  return [prefectureName, cityName, name].filter(Boolean).join(' ');
}

/** With its reading, for who does not read the characters: "大阪府 堺市 堺区 (Oosaka-fu Sakai-shi Sakai-ku)". */
export function placeLabelIn(edition: Edition | null, place: ReadPlace): string {
  const label = placeLabel(place);
  if (edition === null) return label;
  const { prefectureName, prefectureKana, cityName, cityKana, name, kana } = place;
  const words = [
    [prefectureName, prefectureKana],
    [cityName, cityKana],
    [name, kana],
  ].flatMap(([written, read]) => (written && read ? [[written, read] as const] : []));
  if (edition === 'easy')
    return `${label}（${words.map(([, read]) => hiraganaOf(read)).join(' ')}）`;
  return `${label} (${words.map(([written, read]) => romajiOfPlace(written, read)).join(' ')})`;
}

/** What kind of place it is, as the end of its name says. 道 belongs to the name itself. */
const KINDS: Record<string, RegExp> = {
  都: /ト$/,
  府: /フ$/,
  県: /ケン$/,
  市: /シ$/,
  区: /ク$/,
  町: /(?:チョウ|マチ)$/,
  村: /(?:ソン|ムラ)$/,
};

function romajiOfPlace(written: string, read: string): string {
  const kind = KINDS[written.at(-1) ?? '']?.exec(read)?.[0] ?? '';
  const own = romajiOf(kind ? read.slice(0, -kind.length) : read);
  const capital = own.charAt(0).toUpperCase() + own.slice(1);
  return kind ? `${capital}-${romajiOf(kind)}` : capital;
}

function hiraganaOf(kana: string): string {
  return kana.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}
