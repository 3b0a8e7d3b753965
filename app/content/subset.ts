import { unmarkFurigana } from './furigana-marks';
import type { Problem } from './refusal';
import { SELF_CHECKS } from './self-check';

/** The part of an mdast node that the filter looks at. */
export type MarkdownNode = {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  alt?: string | null;
  title?: string | null;
  depth?: number;
  checked?: boolean | null;
  data?: {
    estree?: { body?: unknown[] } | null;
    hName?: unknown;
    hProperties?: unknown;
    hChildren?: unknown;
  };
  attributes?: { type: string; name?: string; value?: unknown; position?: Position }[];
  children?: MarkdownNode[];
  position?: Position;
};
type Position = { start: { line: number; column: number } };

type Facts = {
  /** Ids of the sources in the front matter, which <Cite> may name. */
  sourceIds: ReadonlySet<string>;
  /** Files beside the lesson, as `images/name.png`. */
  images: ReadonlySet<string>;
  /** Files beside the lesson, as `media/name.mp4`. */
  media: ReadonlySet<string>;
  /** Names of the conversations beside the lesson, as `practice-name.yaml`. */
  practices: ReadonlySet<string>;
};

const PLAIN_NODES = new Set([
  'root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'blockquote',
  'list', 'listItem', 'thematicBreak', 'break', 'table', 'tableRow', 'tableCell',
]); // prettier-ignore

const NODE_NAMES: Record<string, string> = {
  html: 'HTML',
  footnoteReference: '脚注',
  footnoteDefinition: '脚注',
  definition: '参照形式のリンク',
  linkReference: '参照形式のリンク',
  imageReference: '参照形式の画像',
  yaml: '本文の中の front matter',
};

type Validate = (value: string, facts: Facts) => string | null;
type ComponentRule = {
  attributes: Record<string, { required: boolean; validate: Validate }>;
  /** Where it may stand; null is the top of the lesson. */
  inside: readonly (string | null)[] | 'anywhere';
  empty?: boolean;
  /** What it shows has to stand in it as text, too. */
  full?: boolean;
};

const shortText: Validate = (value) => {
  if (value.trim() === '') return '中が空です';
  return [...value].length > 60 ? '60字までにしてください' : null;
};

const mediaFile =
  (ending: RegExp, kind: string): Validate =>
  (value, { media }) => {
    if (!ending.test(value)) return `${kind}を media/… で書いてください`;
    return media.has(value) ? null : 'このファイルが課の media フォルダーにありません';
  };

/** Every component an author may use, with its attributes. Nothing else is taken. */
const COMPONENTS: Record<string, ComponentRule> = {
  Scene: { attributes: {}, inside: [null] },
  Think: { attributes: {}, inside: [null] },
  Try: { attributes: {}, inside: [null] },
  TakeHome: { attributes: {}, inside: [null] },
  Note: { attributes: {}, inside: [null] },
  Care: { attributes: {}, inside: [null] },
  Talk: {
    attributes: { title: { required: true, validate: shortText } },
    inside: [null, 'Scene', 'Try'],
  },
  Line: { attributes: { who: { required: true, validate: shortText } }, inside: ['Talk'] },
  Practice: {
    attributes: {
      name: {
        required: true,
        validate: (value, { practices }) =>
          practices.has(value) ? null : `practice-${value}.yaml がこの課のフォルダーにありません`,
      },
    },
    inside: [null],
    empty: true,
  },
  Video: {
    attributes: {
      src: { required: true, validate: mediaFile(/\.(mp4|webm)$/, '動画（mp4・webm）') },
      captions: { required: true, validate: mediaFile(/\.vtt$/, '字幕（vtt）') },
      title: { required: true, validate: shortText },
      licence: { required: true, validate: shortText },
    },
    inside: [null],
    full: true,
  },
  Audio: {
    attributes: {
      src: { required: true, validate: mediaFile(/\.(mp3|m4a)$/, '音声（mp3・m4a）') },
      title: { required: true, validate: shortText },
      licence: { required: true, validate: shortText },
    },
    inside: [null],
    full: true,
  },
  SelfCheck: {
    attributes: {
      name: {
        required: true,
        validate: (value) =>
          (SELF_CHECKS as readonly string[]).includes(value)
            ? null
            : `使えるのは ${SELF_CHECKS.join('・')} です`,
      },
    },
    inside: [null],
    empty: true,
  },
  Cite: {
    attributes: {
      id: {
        required: true,
        validate: (value, { sourceIds }) =>
          sourceIds.has(value) ? null : 'この番号の出典が front matter の sources にありません',
      },
    },
    inside: 'anywhere',
    empty: true,
  },
};
export const COMPONENT_NAMES = Object.keys(COMPONENTS);

const DEPTH_LIMIT = 24;

/**
 * Printable ASCII only, refused rather than repaired: browsers drop tabs and controls and read a backslash as a slash,
 * so a repaired address is not the one that was checked.
 */
export function isSafeUrl(url: string): boolean {
  if (
    url.length === 0 ||
    url.length > 500 ||
    !/^[\x21-\x7e]+$/.test(url) ||
    /[\\"'<>`{}|^]/.test(url)
  )
    return false;
  if (/^https:\/\/[a-z0-9]/i.test(url)) return !/^https:\/\/[^/?#]*@/i.test(url);
  if (/^tel:\+?[0-9-]+$/i.test(url) || /^mailto:[^\s?&]+@[^\s?&]+$/i.test(url)) return true;
  return /^\/(?!\/)/.test(url) || /^#[A-Za-z0-9_-]+$/.test(url);
}

/** Everything in a parsed lesson that is outside the subset. Runs before any other change to the tree. */
export function checkSubset(root: MarkdownNode, facts: Facts): Problem[] {
  const problems: Problem[] = [];
  const onlyOnce = new Set<string>();
  let headingDepth = 1;

  function bad(node: { position?: Position }, reason: string, remedy: string) {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    problems.push({
      line,
      column,
      reason: unmarkFurigana(reason).replace(/[\p{C}\uFFFD]/gu, '?'),
      remedy,
    });
  }

  function checkComponent(node: MarkdownNode, parent: string | null) {
    const name = node.name ?? '';
    const rule = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
    if (!rule) {
      const listed = COMPONENT_NAMES.join('・');
      bad(
        node,
        name === '' ? '名前のないタグ <> は使えません' : `<${name}> は使えません`,
        `使える部品は ${listed} です。文字として書くときは &lt; と書きます`,
      );
    } else if (rule.inside !== 'anywhere' && !rule.inside.includes(parent)) {
      const places = rule.inside.map((place) =>
        place === null ? 'どの部品にも入れずに' : `<${place}> の中に`,
      );
      bad(
        node,
        parent === null
          ? `<${name}> はここには書けません`
          : `<${name}> は <${parent}> の中には書けません`,
        `${places.join('、または')}書いてください`,
      );
    }
    if (name === 'Practice' || name === 'SelfCheck') {
      const given = node.attributes?.find((attribute) => attribute.name === 'name')?.value;
      const key = `${name} ${String(given)}`;
      if (onlyOnce.has(key))
        bad(node, `<${name}> が同じ name で二度置かれています`, 'どちらかを消してください');
      onlyOnce.add(key);
      if (headingDepth < 2)
        bad(
          node,
          `<${name}> の前に見出しがありません`,
          `## 会話の練習 のような見出しを先に置いてください`,
        );
    }
    if (rule?.empty && (node.children?.length ?? 0) > 0)
      bad(node, `<${name}> の中には何も書けません`, `<${name} … /> の形にしてください`);

    if (rule?.full && !node.children?.some((child) => child.type === 'paragraph'))
      bad(
        node,
        `<${name}> の中に、聞こえること・見えることを書いた文がありません`,
        `<${name} …> と </${name}> の間に、空行をはさんで書いてください`,
      );

    if (
      rule &&
      rule.inside !== 'anywhere' &&
      node.type === 'mdxJsxTextElement' &&
      parent !== 'Talk'
    ) {
      bad(
        node,
        `<${name}> は文の途中には書けません`,
        '前後に空行を入れて、独立した行に書いてください',
      );
    }

    const seen = new Set<string>();
    for (const attribute of node.attributes ?? []) {
      const at = attribute.position ? attribute : node;
      const attributeName = attribute.name ?? '';
      if (attribute.type !== 'mdxJsxAttribute') {
        bad(
          at,
          '{...} で属性を広げることはできません',
          '属性は 名前="文字" の形で一つずつ書いてください',
        );
        continue;
      }
      const known =
        rule && Object.hasOwn(rule.attributes, attributeName)
          ? rule.attributes[attributeName]
          : undefined;
      if (!known)
        bad(at, `<${name}> に ${attributeName} という属性は書けません`, 'この属性を消してください');
      else if (seen.has(attributeName))
        bad(at, `${attributeName} が二度書かれています`, '一つにしてください');
      else if (typeof attribute.value !== 'string')
        bad(
          at,
          `${attributeName} には文字だけが書けます`,
          `${attributeName}="文字" の形にしてください`,
        );
      else {
        const reason = known.validate(attribute.value, facts);
        if (reason)
          bad(
            at,
            `${attributeName}="${attribute.value.slice(0, 60)}"：${reason}`,
            '値を直してください',
          );
      }
      seen.add(attributeName);
    }
    for (const [attributeName, { required }] of Object.entries(rule?.attributes ?? {})) {
      if (required && !seen.has(attributeName))
        bad(
          node,
          `<${name}> に ${attributeName} がありません`,
          `${attributeName}="…" を書き足してください`,
        );
    }
  }

  function checkNode(node: MarkdownNode, parent: string | null) {
    if (
      node.data &&
      (node.data.hName ?? node.data.hProperties ?? node.data.hChildren) !== undefined
    ) {
      bad(node, '出力を変える指定は使えません', 'この部分を消してください');
    }
    switch (node.type) {
      case 'mdxjsEsm':
        return bad(
          node,
          'import と export は使えません',
          'この行を消してください。文章が import や export で始まるときは、前に言葉を足してください',
        );
      case 'mdxFlowExpression':
      case 'mdxTextExpression': {
        const isComment =
          node.data?.estree?.body?.length === 0 && /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '');
        if (isComment) return;
        return bad(
          node,
          `{ } の式は使えません`,
          'ふりがなは {漢字|かんじ}（読みはかなだけ）、控え書きは {/* … */} の形で書きます',
        );
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return checkComponent(node, parent);
      case 'heading': {
        const depth = node.depth ?? 0;
        if (parent !== null)
          bad(node, '部品の中に見出しは書けません', '見出しは部品の外に出してください');
        if (depth !== 2 && depth !== 3)
          bad(node, '使える見出しは ## と ### です', '題名は front matter の title に書きます');
        else if (depth > headingDepth + 1)
          bad(node, '見出しの段が飛んでいます', '先に ## の見出しを置いてください');
        headingDepth = depth;
        return;
      }
      case 'link':
        if (!isSafeUrl(node.url ?? '')) {
          bad(
            node,
            `このリンク先は使えません：${(node.url ?? '').slice(0, 80)}`,
            'https:// か tel: か、このサイトの中の /… にしてください',
          );
        }
        return;
      case 'image':
        if (!facts.images.has(node.url ?? '')) {
          bad(
            node,
            `画像 ${(node.url ?? '').slice(0, 80)} が見つかりません`,
            '課の images フォルダーに png・jpg・webp を置き、![説明](images/名前.png) と書いてください',
          );
        }
        if (!node.alt?.trim())
          bad(
            node,
            '画像の説明がありません',
            '![ここに、見えない人に伝わる説明](…) と書いてください',
          );
        return;
      case 'listItem':
        if (typeof node.checked === 'boolean')
          bad(node, 'チェック欄（[ ]）は使えません', 'ふつうの箇条書きにしてください');
        return;
      default:
        if (!PLAIN_NODES.has(node.type)) {
          bad(
            node,
            `${NODE_NAMES[node.type] ?? `「${node.type}」`}は使えません`,
            'Markdown のふつうの書き方に直してください',
          );
        }
    }
  }

  function walk(node: MarkdownNode, parent: string | null, depth: number) {
    if (depth > DEPTH_LIMIT) return bad(node, '入れ子が深すぎます', '入れ子を減らしてください');
    checkNode(node, parent);
    const isComponent = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    const inside = isComponent ? (node.name ?? '') : parent;
    if (isComponent && node.name === 'Talk') {
      for (const child of node.children ?? []) {
        const isLine =
          (child.type === 'mdxJsxFlowElement' || child.type === 'mdxJsxTextElement') &&
          child.name === 'Line';
        const isSilent =
          child.type === 'mdxFlowExpression' ||
          child.type === 'mdxTextExpression' ||
          (child.type === 'text' && !child.value?.trim());
        const isRun = child.type === 'paragraph';
        if (!isLine && !isSilent && !isRun)
          bad(
            child,
            '<Talk> の中には <Line> だけが書けます',
            'せりふを <Line who="…"> … </Line> に入れてください',
          );
        if (isRun && child.children?.some((c) => c.type === 'text' && c.value?.trim())) {
          bad(
            child,
            '<Talk> の中に、だれの言葉か分からない文があります',
            'せりふを <Line who="…"> … </Line> に入れてください',
          );
        }
      }
    }
    for (const child of node.children ?? []) walk(child, inside, depth + 1);
  }

  walk(root, null, 0);
  for (const name of facts.practices) {
    if (!onlyOnce.has(`Practice ${name}`))
      bad(
        root,
        `practice-${name}.yaml が本文のどこにも置かれていません`,
        `<Practice name="${name}" /> の一行を置くか、ファイルを消してください`,
      );
  }
  return problems;
}

/**
 * CommonMark leaves **「ことば」**を as asterisks, because a bracket stands beside them. Authors mean bold.
 * What cannot be paired inside one stretch of text is refused, so no reader meets a stray asterisk.
 */
export function mendStrong(root: MarkdownNode): Problem[] {
  const problems: Problem[] = [];
  function walk(node: MarkdownNode) {
    if (!node.children) return;
    node.children = node.children.flatMap((child): MarkdownNode[] => {
      if (child.type !== 'text' || !child.value?.includes('**')) {
        walk(child);
        return [child];
      }
      const parts = child.value.split(/\*\*([^*\n]+)\*\*/);
      const { position } = child;
      const mended = parts.flatMap((value, i): MarkdownNode[] => {
        if (value === '') return [];
        const text: MarkdownNode = { type: 'text', value, position };
        return [i % 2 === 0 ? text : { type: 'strong', children: [text], position }];
      });
      if (parts.some((part) => part.includes('**'))) {
        const { line, column } = position?.start ?? { line: 1, column: 1 };
        problems.push({
          line,
          column,
          reason: '太字の ** が閉じていません',
          remedy: '** の始めと終わりを合わせてください。「」は ** の外に出すと確かです',
        });
      }
      return mended;
    });
  }
  walk(root);
  return problems;
}
