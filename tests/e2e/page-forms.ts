import type { Fields } from './visitor';

export type PageForm = {
  /** Where it is sent, with its query. */
  action: string;
  enctype: string;
  /** As the page gives it, with the choices made that a reader could make at once. */
  fields: Fields;
};

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};
const decode = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (e) => ENTITIES[e]!);

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value === undefined ? null : decode(value);
}

const has = (tag: string, name: string) => new RegExp(`\\s${name}(?:=|\\s|>|/)`, 'i').test(tag);

/** The forms of a page that write, as a browser without scripts would send them. */
export function formsOf(html: string, pageAddress: string): PageForm[] {
  const page = new URL(pageAddress, 'http://page');
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].flatMap(([form]) => {
    const head = /^<form\b[^>]*>/i.exec(form)![0];
    if ((attribute(head, 'method') ?? 'get').toLowerCase() !== 'post') return [];
    const { pathname, search } = new URL(attribute(head, 'action') ?? pageAddress, page);
    return [
      {
        action: pathname + search,
        enctype: attribute(head, 'enctype') ?? 'application/x-www-form-urlencoded',
        fields: fieldsOf(form),
      },
    ];
  });
}

function fieldsOf(form: string): Fields {
  const fields: Fields = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || type === 'submit') continue;
    const isChoice = type === 'radio' || type === 'checkbox';
    if (isChoice && !has(tag, 'checked') && name in fields) continue;
    fields[name] = attribute(tag, 'value') || (isChoice ? 'on' : 'あ');
  }
  for (const [, head, body] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)) {
    const values = [...body!.matchAll(/<option\b[^>]*>/gi)].map(([tag]) => attribute(tag, 'value'));
    const name = attribute(` ${head}`, 'name');
    if (name) fields[name] = values.find(Boolean) ?? '';
  }
  for (const [, head, body] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)) {
    const name = attribute(` ${head}`, 'name');
    if (name) fields[name] = decode(body!) || 'あ';
  }
  for (const [tag] of form.matchAll(/<button\b[^>]*>/gi)) {
    const name = attribute(tag, 'name');
    if (name && !(name in fields)) fields[name] = attribute(tag, 'value') ?? '';
  }
  return fields;
}

/** Addresses on our own site that a page leads to. */
export function linksOf(html: string, pageAddress: string): string[] {
  const page = new URL(pageAddress, 'http://page');
  return [...html.matchAll(/<a\b[^>]*>/gi)].flatMap(([tag]) => {
    const href = attribute(tag, 'href');
    if (!href || !URL.canParse(href, page)) return [];
    const { origin, pathname, search } = new URL(href, page);
    return origin === page.origin ? [pathname + search] : [];
  });
}
