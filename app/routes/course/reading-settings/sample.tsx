import { readingAttributes, type ReadingSettings } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';

/** `[声|こえ]をかける`: a reading stands beside what it belongs to. */
function Read({ text }: { text: string }) {
  return text.split(/(\[[^\]]+\])/).map((part, i) => {
    const [, base, reading] = /^\[([^|\]]+)\|([^\]]+)\]$/.exec(part) ?? [];
    if (!base) return part;
    return (
      <ruby key={i}>
        {base}
        <rp>（</rp>
        <rt>{reading}</rt>
        <rp>）</rp>
      </ruby>
    );
  });
}

/** A few lines shown as chosen; where script runs, as soon as something is chosen. */
export function Sample({ reading }: { reading: ReadingSettings }) {
  return (
    <section className="stack-s" aria-labelledby="sample">
      <h2 id="sample">{m.reading_sample()}</h2>
      <p className="small" data-live={m.reading_sample_hint()}>
        {m.reading_sample_hint_plain()}
      </p>
      <div className="reading-sample" {...readingAttributes(reading)}>
        <div className="sample-text">
          <p className="sample-heading">
            <Read text={m.reading_sample_heading()} />
          </p>
          <p>
            <Read text={m.reading_sample_text()} />
          </p>
          <p>
            <Read text={m.reading_sample_text_2()} />
          </p>
        </div>
      </div>
    </section>
  );
}
