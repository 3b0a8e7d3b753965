import type { Inline } from '~/content/tree';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { ReadingText } from './reading-text';

const ITEMS = [m.practice_self_1, m.practice_self_2, m.practice_self_3];
const SCALE = [
  m.practice_self_scale_1,
  m.practice_self_scale_2,
  m.practice_self_scale_3,
  m.practice_self_scale_4,
];

/**
 * Three questions to oneself, on paper until script turns the scale into buttons. Nothing here has a
 * name or a form: there is nothing that could be sent.
 */
export function SelfCheck({ name, furigana }: { name: string; furigana: boolean }) {
  const id = `self-check-${name}`;
  const read = (words: string) => <ReadingText value={withReadings(words)} furigana={furigana} />;
  return (
    <section
      className="self-check"
      id={id}
      data-enhance="self-check"
      data-sum={m.practice_self_sum({ sum: '{sum}' })}
      aria-labelledby={`${id}-title`}
    >
      <h3 id={`${id}-title`}>{m.practice_self_title()}</h3>
      <p>{read(m.practice_self_about())}</p>
      <p>
        <strong>{read(m.practice_self_private())}</strong>
      </p>
      <ol className="plain self-check-items" role="list">
        {ITEMS.map((item, i) => (
          <li key={i}>
            <p id={`${id}-${i + 1}`}>{read(item())}</p>
            <ol className="plain self-check-scale" role="list" aria-labelledby={`${id}-${i + 1}`}>
              {SCALE.map((step, j) => (
                <li key={j} data-value={j + 1}>
                  <span className="self-check-number">{j + 1}</span> {read(step())}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <p className="self-check-sum" aria-live="polite">
        {m.practice_self_add()}
      </p>
      <p>
        {m.practice_self_help()}
        <a href="/help">{m.practice_self_help_link()}</a>
        {m.practice_self_help_after()}
      </p>
      <p className="self-check-clear" hidden>
        <Button type="button" kind="second">
          {m.practice_self_clear()}
        </Button>
      </p>
      <p className="small">{m.practice_self_source()}</p>
    </section>
  );
}

/** ｜漢字《かんじ》, as books are typed. */
function withReadings(words: string): Inline {
  return words.split(/(｜[^｜《》]+《[^《》]+》)/).flatMap((part): Inline => {
    const [, base, reading] = /^｜(.+)《(.+)》$/.exec(part) ?? [];
    if (base && reading) return [['ruby', 0, base, reading]];
    return part === '' ? [] : [part];
  });
}
