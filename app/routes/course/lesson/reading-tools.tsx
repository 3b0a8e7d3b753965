import type { ReadingSettings } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { useEdition } from '~/ui/use-edition';

const sizes = [
  { size: 'normal', label: m.course_tool_text_normal },
  { size: 'large', label: m.course_tool_text_large },
  { size: 'larger', label: m.course_tool_text_larger },
] as const;

/** Readings over kanji and the size of letters, kept on this device. */
export function ReadingTools({ reading, to }: { reading: ReadingSettings; to: string }) {
  const edition = useEdition();
  return (
    <form
      method="post"
      action="/settings/reading"
      id="tools"
      className="tools reading-tools"
      aria-label={m.course_tools()}
    >
      <input type="hidden" name="to" value={to} />
      <div role="group" aria-labelledby="text-size" className="tools">
        <span id="text-size" className="small tool-label">
          {m.course_tool_text()}
        </span>
        {sizes.map(({ size, label }) => (
          <button
            key={size}
            className="tool"
            name="text"
            value={size}
            aria-pressed={reading.text === size}
          >
            <span className="tool-words">{label()}</span>
            <span className={`tool-letter ${size}`} aria-hidden="true">
              {m.course_tool_text_letter()}
            </span>
          </button>
        ))}
      </div>
      {edition === 'en' ? null : (
        <button
          className="tool"
          name={edition === 'easy' ? 'easy' : 'furigana'}
          value={reading.furigana ? 'off' : 'on'}
          aria-pressed={reading.furigana}
        >
          {m.course_tool_furigana()}
        </button>
      )}
      <a className="tool-link" href={`/settings/reading?to=${encodeURIComponent(to)}`}>
        {m.reading_tools_more()}
      </a>
    </form>
  );
}
