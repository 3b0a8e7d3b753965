import { READING_CHOICES, type ReadingName, type ReadingSettings } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';

const words: Record<ReadingName, { legend: () => string; hint?: () => string }> = {
  furigana: { legend: m.reading_furigana },
  text: { legend: m.reading_text },
  spacing: { legend: m.reading_spacing },
  contrast: { legend: m.reading_contrast, hint: m.reading_contrast_hint },
  motion: { legend: m.reading_motion, hint: m.reading_motion_hint },
  easy: { legend: m.editions_easy_furigana },
};

const labels: {
  [Name in ReadingName]: Record<(typeof READING_CHOICES)[Name][number], () => string>;
} = {
  furigana: { off: m.reading_furigana_off, on: m.reading_furigana_on },
  text: {
    normal: m.reading_text_normal,
    large: m.reading_text_large,
    larger: m.reading_text_larger,
    largest: m.reading_text_largest,
  },
  spacing: {
    normal: m.reading_spacing_normal,
    wide: m.reading_spacing_wide,
    wider: m.reading_spacing_wider,
  },
  contrast: { normal: m.reading_contrast_normal, high: m.reading_contrast_high },
  motion: { normal: m.reading_motion_normal, calm: m.reading_motion_calm },
  easy: { on: m.reading_furigana_on, off: m.reading_furigana_off },
};

/** One question for each setting, the present choice marked. */
export function ReadingChoices({ reading }: { reading: ReadingSettings }) {
  const now: Record<ReadingName, string> = {
    ...reading,
    furigana: reading.furigana ? 'on' : 'off',
  };
  return (Object.keys(words) as ReadingName[]).map((name) => {
    const { legend, hint } = words[name];
    const known = labels[name] as Record<string, () => string>;
    return (
      <fieldset key={name} className="stack-s" aria-describedby={hint && `${name}-hint`}>
        <legend className="question">{legend()}</legend>
        {hint ? (
          <p className="small" id={`${name}-hint`}>
            {hint()}
          </p>
        ) : null}
        <div className="choices in-row">
          {READING_CHOICES[name].map((value) => (
            <label key={value} className="choice">
              <input type="radio" name={name} value={value} defaultChecked={now[name] === value} />
              <span>{known[value]?.()}</span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  });
}
