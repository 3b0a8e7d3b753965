import { isScalar, parseDocument, visit, type Document, type Node, type Pair } from 'yaml';
import type { Edition } from '../../lib/edition';
import { editionOf } from '../edition';
import { positionAt, type Problem } from '../refusal';
import { splitFrontMatter } from '../yaml-source';

/** What a stretch of text is for the reader: a rule on figures looks at prose, not at a story. */
export type Place =
  | 'title'
  | 'goal'
  | 'note'
  | 'heading'
  | 'prose'
  | 'table'
  | 'think'
  | 'try'
  | 'take-home'
  | 'story'
  | 'speech'
  | 'name'
  | 'picture'
  | 'question'
  | 'option'
  | 'feedback'
  | 'plain';

/** Words as a reader meets them: without readings, tags and line ends. */
export type Passage = {
  text: string;
  /** Where each character of the text stands in its file. */
  offsets: number[];
  place: Place;
  /** Sources named in it with <Cite>. */
  cites: string[];
};
export type CheckedText = {
  file: string;
  source: string;
  kind: 'lesson' | 'quiz' | 'practice' | 'course' | 'other';
  edition: Edition | 'original';
  passages: Passage[];
  links: { url: string; offset: number }[];
  /** The components a lesson uses. */
  components: string[];
  hasContentNote: boolean;
};

export function readPassages(file: string, source: string): CheckedText {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const text: CheckedText = {
    file,
    source,
    kind: kindOf(name),
    edition: editionOf(name)?.edition ?? 'original',
    passages: [],
    links: [],
    components: [],
    hasContentNote: false,
  };
  if (!name.endsWith('.mdx')) readFields(text, source, 0, text.kind);
  else {
    const split = splitFrontMatter(source);
    if (!split.ok) return text;
    const { yaml, body } = split.value;
    const yamlStart = source.indexOf('\n') + 1;
    text.hasContentNote = /^content_note:/m.test(yaml);
    readFields(text, yaml, yamlStart, 'lesson');
    // The body has lost the characters of the front matter, but none of its own.
    const lead = /^\n*/.exec(body)?.[0].length ?? 0;
    const bodyText = body.slice(lead);
    readBody(text, bodyText, source.length - bodyText.length);
  }
  return text;
}

export function problemAt(
  { source }: CheckedText,
  offset: number,
  reason: string,
  remedy: string,
): Problem {
  return { ...positionAt(source, offset), reason, remedy };
}

/** Where a match in a passage stands in its file. */
export function offsetIn(passage: Passage, index: number): number {
  return passage.offsets[index] ?? passage.offsets.at(-1) ?? 0;
}

type Sentence = { text: string; index: number };

/** Sentences of a passage. What ends inside 「…」 ends there too: it is said in one breath. */
export function sentencesOf(text: string, edition: CheckedText['edition']): Sentence[] {
  const found: Sentence[] = [];
  const end =
    edition === 'en'
      ? /(?<!\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|No))[.!?…]+["'”’)]*(?=\s|$)|\n/g
      : /[。！？!?]+[」』）]*|…{2,}(?=「)|\n/g;
  let from = 0;
  const add = (to: number) => {
    const part = text.slice(from, to);
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') found.push({ text: part.trim(), index: from + lead });
    from = to;
  };
  for (const match of text.matchAll(end)) add(match.index + match[0].length);
  add(text.length);
  return found;
}

function kindOf(name: string): CheckedText['kind'] {
  if (name.endsWith('.mdx')) return 'lesson';
  if (/^quiz\./.test(name)) return 'quiz';
  if (/^practice-/.test(name)) return 'practice';
  return /^course\./.test(name) ? 'course' : 'other';
}

/** Text of a list or a mapping that a reader sees, by its key. */
const FIELDS: Record<string, Place> = {
  title: 'title',
  goal: 'goal',
  text: 'plain',
  skip: 'note',
  summary: 'plain',
  for_whom: 'plain',
  role: 'plain',
  audience: 'plain',
  body: 'plain',
  note: 'plain',
  for: 'plain',
  hours: 'plain',
  charge: 'plain',
  name: 'name',
  scene: 'story',
  you: 'name',
  who: 'name',
  says: 'speech',
  say: 'speech',
  lands: 'feedback',
  end: 'feedback',
  debrief: 'feedback',
  feedback: 'feedback',
};
/** What others have written is not for us to word. */
const NOT_OURS = new Set(['sources', 'legal_basis']);

function readFields(text: CheckedText, yaml: string, base: number, kind: CheckedText['kind']) {
  let doc: Document.Parsed;
  try {
    doc = parseDocument(yaml, { prettyErrors: false });
  } catch {
    return;
  }
  if (doc.errors.length > 0) return;
  visit(doc, {
    Pair: (_, pair) =>
      isScalar(pair.key) && NOT_OURS.has(String(pair.key.value)) ? visit.SKIP : undefined,
    Scalar: (key, node, path) => {
      if (key === 'key' || typeof node.value !== 'string' || !node.range) return;
      const keys = keysOf(path);
      const place = placeOf(keys, kind);
      if (!place) return;
      const [start, end] = node.range;
      const words = new PassageWriter(place);
      let from = start;
      if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL')
        from = yaml.indexOf('\n', start) + 1;
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
      words.inline(yaml.slice(from + quoted, end - quoted), base + from + quoted);
      words.into(text.passages);
    },
  });
}

function keysOf(path: readonly (Document | Node | Pair)[]): string[] {
  return path.flatMap((step) =>
    'key' in step && isScalar(step.key) ? [String(step.key.value)] : [],
  );
}

function placeOf(keys: string[], kind: CheckedText['kind']): Place | null {
  const key = keys.at(-1) ?? '';
  if (key === 'text' && kind === 'quiz') return keys.includes('options') ? 'option' : 'question';
  if (key === 'about') return kind === 'lesson' ? 'note' : 'story';
  return Object.hasOwn(FIELDS, key) ? (FIELDS[key] ?? null) : null;
}

const OF_COMPONENT: Record<string, Place> = {
  Scene: 'story',
  Talk: 'story',
  Line: 'speech',
  Think: 'think',
  Try: 'try',
  TakeHome: 'take-home',
};

const MARKUP =
  /\{\/\*[\s\S]*?\*\/\}|<(\/?)([A-Z][A-Za-z]*)((?:\s[^<>]*?)?)(\/?)>|!\[([^\]\n]*)\]\(([^)\n]*)\)|(?<!!)\[([^\]\n]*)\]\(([^)\n]*)\)/g;

/** Reads the body of a lesson. It has passed, or will be refused by, the filter of the compiler: this only has to find the words. */
function readBody(text: CheckedText, body: string, base: number) {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const source = body.replace(/^```[\s\S]*?^```[ \t]*$/gm, blank);
  const open: string[] = [];
  let words = new PassageWriter('prose');

  const place = (): Place => {
    for (const name of [...open].reverse()) {
      const found = Object.hasOwn(OF_COMPONENT, name) ? OF_COMPONENT[name] : undefined;
      if (found) return found;
    }
    return 'prose';
  };
  const close = (next: Place = place()) => {
    words.into(text.passages);
    words = new PassageWriter(next);
  };
  const apart = (value: string, offset: number, at: Place) => {
    const own = new PassageWriter(at);
    own.inline(value, offset);
    own.into(text.passages);
  };
  const lines = (value: string, offset: number) => {
    let at = offset;
    for (const line of value.split(/(?<=\n)/)) {
      const lead = /^[ \t]*(?:(?:#{1,6}|[-*+]|\d+[.)]|>)[ \t]+|\|)?/.exec(line)?.[0] ?? '';
      const mark = lead.trim();
      const isStart = at === 0 || source[at - 1] === '\n';
      if (line.trim() === '') {
        if (isStart) close();
      } else if (isStart && mark.startsWith('#')) {
        close('heading');
        words.inline(line.slice(lead.length).trimEnd(), base + at + lead.length);
        close();
      } else if (isStart && mark === '|') {
        close('table');
        words.inline(line.replace(/[|]|:?-{3,}:?/g, blank), base + at);
        close();
      } else if (isStart && mark !== '') {
        close();
        words.inline(line.slice(lead.length), base + at + lead.length);
      } else words.inline(line, base + at);
      at += line.length;
    }
  };

  let from = 0;
  for (const match of source.matchAll(MARKUP)) {
    const at = match.index;
    lines(source.slice(from, at), from);
    from = at + match[0].length;
    const [whole, closing, name, attributes = '', empty, alt, , link, url = ''] = match;
    if (name !== undefined) {
      for (const [found, attribute = '', value = ''] of attributes.matchAll(
        /([a-zA-Z]+)="([^"]*)"/g,
      )) {
        const offset = base + at + whole.indexOf(found) + attribute.length + 2;
        if (name === 'Cite' && attribute === 'id') words.cites.push(value);
        else if (attribute === 'title' || attribute === 'caption') apart(value, offset, 'story');
        else if (attribute === 'who') apart(value, offset, 'name');
        else if (attribute === 'alt') apart(value, offset, 'picture');
      }
      if (name === 'Cite') continue;
      if (!closing) text.components.push(name);
      if (closing) {
        const last = open.lastIndexOf(name);
        if (last >= 0) open.length = last;
      } else if (!empty) open.push(name);
      close();
    } else if (alt !== undefined) apart(alt, base + at + 2, 'picture');
    else if (link !== undefined) {
      text.links.push({ url, offset: base + at + whole.lastIndexOf('(') + 1 });
      words.inline(link, base + at + 1);
    }
  }
  lines(source.slice(from), from);
  close();
}

const ASCII = /^[\x20-\x7e]$/;
const READING = /\{([^{}|\n]{1,30})\|[^{}|\n]{1,40}\}|\*\*/g;

class PassageWriter {
  readonly cites: string[] = [];
  private text = '';
  private readonly offsets: number[] = [];
  private lineEnd: number | null = null;

  constructor(private readonly place: Place) {}

  /** Adds running text: readings, bold and the ends of lines fall away. */
  inline(value: string, offset: number) {
    let from = 0;
    for (const match of value.matchAll(READING)) {
      this.add(value.slice(from, match.index), offset + from);
      if (match[1] !== undefined) this.add(match[1], offset + match.index + 1);
      from = match.index + match[0].length;
    }
    this.add(value.slice(from), offset + from);
  }

  private add(value: string, offset: number) {
    let at = 0;
    for (const [gap] of value.matchAll(/[ \t]*\n[ \t\n]*|$/g)) {
      const end = gap === '' ? value.length : value.indexOf(gap, at);
      for (let i = at; i < end; i++) this.push(value[i] ?? '', offset + i);
      if (gap.split('\n').length > 2) this.push('\n', offset + end);
      else if (gap !== '') this.lineEnd = offset + end;
      at = end + gap.length;
    }
  }

  private push(sign: string, offset: number) {
    if (this.text === '' && /\s/.test(sign)) return;
    // Japanese has no space at the end of a line.
    if (this.lineEnd !== null && ASCII.test(this.text.at(-1) ?? '') && ASCII.test(sign)) {
      this.text += ' ';
      this.offsets.push(this.lineEnd);
    }
    this.lineEnd = null;
    this.text += sign;
    this.offsets.push(offset);
  }

  into(passages: Passage[]) {
    if (this.text.trim() === '') return;
    const { text, offsets, place, cites } = this;
    passages.push({ text, offsets, place, cites });
  }
}
