import { Fragment, type ReactNode } from 'react';
import { textOf, type Inline, type TreeNode, type TreeProps } from '~/content/tree';
import { Media, Picture, Pictures } from './media';
import { Practice } from './practice';
import { Ruby } from './reading-text';
import { SelfCheck } from './self-check';

/** A compiled lesson as a document. With `furigana` every kanji carries its reading; without, no ruby is sent at all. */
export function LessonBody({ nodes, furigana }: { nodes: TreeNode[]; furigana: boolean }) {
  return (
    <div className={furigana ? 'lesson-body furigana' : 'lesson-body'}>
      <Nodes nodes={nodes} furigana={furigana} />
    </div>
  );
}

/** One line of compiled text: a title, a question, an option. */
export function InlineText({ value, furigana }: { value: Inline; furigana: boolean }) {
  return <Nodes nodes={value} furigana={furigana} />;
}

function Nodes({ nodes, furigana }: { nodes: TreeNode[]; furigana: boolean }) {
  return nodes.map((node, i) => (
    <Fragment key={i}>
      {typeof node === 'string' ? node : <Part node={node} furigana={furigana} />}
    </Fragment>
  ));
}

type PartProps = { props: TreeProps; children: ReactNode; furigana: boolean };

function Part({ node, furigana }: { node: Exclude<TreeNode, string>; furigana: boolean }) {
  const [tag, props, ...nodes] = node;
  if (tag === 'ruby') {
    return <Ruby props={props} base={nodes[0]} reading={nodes[1]} furigana={furigana} />;
  }
  if (tag === 'Practice') return <Practice node={node} furigana={furigana} />;
  if (tag === 'SelfCheck') return <SelfCheck name={textOf(props, 'name')} furigana={furigana} />;
  const draw = Object.hasOwn(PARTS, tag) ? PARTS[tag] : undefined;
  if (!draw) return <Nodes nodes={nodes} furigana={furigana} />;
  const children = nodes.length > 0 ? <Nodes nodes={nodes} furigana={furigana} /> : null;
  return draw({ props: props === 0 ? {} : props, children, furigana });
}

const text = (value: string | TreeNode[] | undefined) => (typeof value === 'string' ? value : '');
const idOf = (props: TreeProps) => text(props['id']) || undefined;
const inline = (value: string | TreeNode[] | undefined) => (Array.isArray(value) ? value : []);

const PARTS: Record<string, (part: PartProps) => ReactNode> = {
  p: ({ props, children }) => <p id={idOf(props)}>{children}</p>,
  h2: ({ props, children }) => <h2 id={idOf(props)}>{children}</h2>,
  h3: ({ props, children }) => <h3 id={idOf(props)}>{children}</h3>,
  ul: ({ children }) => <ul>{children}</ul>,
  ol: ({ props, children }) => (
    <ol start={props['start'] ? Number(props['start']) : undefined}>{children}</ol>
  ),
  li: ({ props, children }) => <li id={idOf(props)}>{children}</li>,
  strong: ({ children }) => <strong>{children}</strong>,
  em: ({ children }) => <em>{children}</em>,
  del: ({ children }) => <del>{children}</del>,
  code: ({ children }) => <code>{children}</code>,
  pre: ({ props, children }) => <pre id={idOf(props)}>{children}</pre>,
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  hr: () => <hr />,
  br: () => <br />,
  a: ({ props, children }) => <a href={text(props['href'])}>{children}</a>,
  img: ({ props }) => <img src={text(props['src'])} alt={text(props['alt'])} loading="lazy" />,
  table: ({ children }) => (
    <div className="table-scroll">
      <table>{children}</table>
    </div>
  ),
  thead: ({ children }) => <thead>{children}</thead>,
  tbody: ({ children }) => <tbody>{children}</tbody>,
  tr: ({ props, children }) => <tr id={idOf(props)}>{children}</tr>,
  th: ({ props, children }) => (
    <th scope="col" className={text(props['align']) || undefined}>
      {children}
    </th>
  ),
  td: ({ props, children }) => <td className={text(props['align']) || undefined}>{children}</td>,

  Scene: ({ children }) => <div className="scene">{children}</div>,
  Think: ({ children }) => <div className="think">{children}</div>,
  Try: ({ children }) => <div className="try">{children}</div>,
  TakeHome: ({ children }) => <div className="take">{children}</div>,
  Note: ({ children }) => (
    <div className="note" role="note">
      {children}
    </div>
  ),
  Care: ({ children }) => (
    <div className="note care" role="note">
      {children}
    </div>
  ),
  Talk: ({ props, children, furigana }) => (
    <figure className="talk">
      <figcaption>
        <InlineText value={inline(props['title'])} furigana={furigana} />
      </figcaption>
      {/* The role keeps the list a list where its marks are styled away. */}
      {}
      <ol role="list">{children}</ol>
    </figure>
  ),
  Line: ({ props, children, furigana }) => (
    <li className="line" data-speaker={text(props['speaker'])}>
      <b className="who">
        <InlineText value={inline(props['who'])} furigana={furigana} />
      </b>
      <div className="said">{children}</div>
    </li>
  ),
  Video: ({ props, children, furigana }) => (
    <Media kind="Video" {...{ props, furigana }}>
      {children}
    </Media>
  ),
  Audio: ({ props, children, furigana }) => (
    <Media kind="Audio" {...{ props, furigana }}>
      {children}
    </Media>
  ),
  Pictures: ({ children }) => <Pictures>{children}</Pictures>,
  Picture: ({ props, children }) => <Picture props={props}>{children}</Picture>,
  Cite: ({ props }) => (
    <sup className="cite">
      <a href={`#source-${text(props['id'])}`} aria-label={text(props['label'])}>
        {text(props['id'])}
      </a>
    </sup>
  ),
};
