import type { Answer, Fields } from './visitor';

const LONG = 10_000;

/** Values as they travel, already encoded, so that bytes which are no letters can be sent too. */
export const BAD: Record<string, string> = {
  nothing: '',
  spaces: '%E3%80%80+%09',
  'ten thousand letters': '%E3%81%82'.repeat(LONG),
  'control characters': 'a%00b%01c%1B%7F',
  'line ends': 'a%0D%0ASet-Cookie%3A+x%3Dy',
  'marks of right-to-left': '%E2%80%AE%E2%81%A6abc%E2%81%A9',
  pictures: '%F0%9F%98%80%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7',
  'half a letter': '%ED%A0%80',
  'broken UTF-8': '%FF%FE%C0%80',
  'broken percent signs': '%',
  SQL: `%27%29%3B+drop+table+people%3B+--`,
  HTML: '%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E',
  'a path': '..%2F..%2Fetc%2Fpasswd',
  'a foreign address': '%2F%2Fevil.example%2F',
  'a number without end': '1e309',
  'less than nothing': '-1',
};

/** Names that a parser of forms might take for a list, an object or a part of itself. */
const NAME_ENDINGS = [
  '[]',
  '[0]',
  '[9999999]',
  '.a.b',
  '[0].a',
  '.__proto__.polluted',
  '[constructor]',
];

export const encoded = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );

/** Each field once with each bad value, missing, sent twice, and under odd names; the others as they should be. */
export function* badBodies(fields: Fields): Generator<[string, string]> {
  for (const name of Object.keys(fields)) {
    const { [name]: value, ...rest } = fields;
    const others = encoded(rest);
    const body = (...more: string[]) => [...others, ...more].join('&');
    for (const [kind, bad] of Object.entries(BAD)) {
      yield [`${name}: ${kind}`, body(`${encodeURIComponent(name)}=${bad}`)];
    }
    yield [`${name}: missing`, body()];
    const twice = encoded({ [name]: [[value!].flat()[0]!, 'x'] });
    yield [`${name}: sent twice`, body(...twice)];
  }
  const [first] = Object.keys(fields);
  for (const ending of NAME_ENDINGS) {
    yield [`${first}${ending}`, encoded({ ...fields, [first + ending]: 'x' }).join('&')];
  }
  yield ['nothing at all', ''];
  yield ['only signs', '&=&=&%=%&;'];
  yield ['a thousand fields', Array.from({ length: 1000 }, (_, i) => `f${i}=${i}`).join('&')];
}

export const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
/** Words of ours in the page, in its language: a heading may be what somebody typed. */
function isWorded(page: string): boolean {
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0].replace(/<[^>]*>/g, ' ') ?? '';
  return /<html lang="en"/.test(page)
    ? /\b[a-z]+ [a-z]+ [a-z]+\b/.test(main)
    : /[ぁ-ん]/.test(main);
}

/** What every answer keeps to, however bad the question. */
export function wrongWith({ status, location, text, headers }: Answer): string | null {
  if (status >= 500) return `status ${status}`;
  if (headers.get('set-cookie')?.includes('x=y')) return 'a header was smuggled in';
  if (text.includes('<script>alert')) return 'a script was let through';
  if (location && !/^\/(?!\/)/.test(location)) return `leads away to ${location}`;
  const isJson = headers.get('content-type')?.includes('json');
  const isForReaders = headers.get('content-type')?.includes('text/html');
  if (status >= 400 && !isForReaders && !isJson)
    return `${status} as ${headers.get('content-type')}`;
  if (status >= 400 && !isJson && !isWorded(text)) return `${status} without a word`;
  return null;
}
