import type { Piece, TextChange } from '~/content/lesson-changes';
import * as m from '~/paraglide/messages';
import { Tag } from '~/ui/tag';

/** Marks by word, line and colour what came and what went. */
function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ kind, text }, i) => {
    if (kind === 'same') return <span key={i}>{text}</span>;
    const Mark = kind;
    const [begin, end] =
      kind === 'ins'
        ? [m.reading_changes_ins(), m.reading_changes_ins_end()]
        : [m.reading_changes_del(), m.reading_changes_del_end()];
    return (
      <Mark key={i}>
        <span className="sr-only">{begin}</span>
        {text}
        <span className="sr-only">{end}</span>
      </Mark>
    );
  });
}

type SideProps = { title: string; pieces: Piece[]; none: string };

function Side({ title, pieces, none }: SideProps) {
  return (
    <div>
      <p className="small">
        <strong>{title}</strong>
      </p>
      <p className="change-side">
        {pieces.length > 0 ? <Pieces pieces={pieces} /> : <span className="small">{none}</span>}
      </p>
    </div>
  );
}

const kindWord = {
  changed: m.reading_changes_kind_changed,
  added: m.reading_changes_kind_added,
  removed: m.reading_changes_kind_removed,
};

function Change({ change }: { change: Exclude<TextChange, { kind: 'same' }> }) {
  const before: Piece[] =
    change.kind === 'changed'
      ? change.before
      : change.kind === 'removed'
        ? [{ kind: 'del', text: change.text }]
        : [];
  const after: Piece[] =
    change.kind === 'changed'
      ? change.after
      : change.kind === 'added'
        ? [{ kind: 'ins', text: change.text }]
        : [];
  return (
    <div className="change stack-s">
      <p>
        <Tag kind={change.kind === 'removed' ? 'warm' : 'accent'}>{kindWord[change.kind]()}</Tag>
      </p>
      <div className="change-sides">
        <Side
          title={m.reading_changes_old()}
          pieces={before}
          none={m.reading_changes_none_here()}
        />
        <Side title={m.reading_changes_new()} pieces={after} none={m.reading_changes_none_now()} />
      </div>
    </div>
  );
}

/** Neighbours that stayed are folded into one. */
function folded(changes: TextChange[]): (Exclude<TextChange, { kind: 'same' }> | string[])[] {
  const all: ReturnType<typeof folded> = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (change.kind !== 'same') all.push(change);
    else if (Array.isArray(last)) last.push(change.text);
    else all.push([change.text]);
  }
  return all;
}

/** Old and new side by side, paragraph by paragraph. */
export function TextChanges({ changes }: { changes: TextChange[] }) {
  return (
    <div className="changes">
      {folded(changes).map((part, i) =>
        Array.isArray(part) ? (
          <details key={i} className="same-blocks">
            <summary>{m.reading_changes_same({ count: String(part.length) })}</summary>
            {part.map((text, at) => (
              <p key={at}>{text}</p>
            ))}
          </details>
        ) : (
          <Change key={i} change={part} />
        ),
      )}
    </div>
  );
}
