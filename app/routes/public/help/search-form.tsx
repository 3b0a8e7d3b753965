import type { HelpAsked } from '~/flows/search-help.server';
import { WAYS, WORRIES } from '~/lib/help-kinds';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { wayWord, worryWord } from '~/ui/directory-words';

type SearchFormProps = { path: string; asked: HelpAsked; placeName: string | null };

/** A plain GET form: what was asked stands in the address. */
export function SearchForm({ path, asked, placeName }: SearchFormProps) {
  return (
    <section className="stack-s" aria-labelledby="search">
      <h2 id="search">{m.directory_search_title()}</h2>
      <form method="get" action={`${path}#results`} role="search" className="stack">
        <div className="stack-s">
          <label className="field-label" htmlFor="worry">
            {m.directory_search_worry()}
          </label>
          <select className="input" id="worry" name="worry" defaultValue={asked.worry ?? ''}>
            <option value="">{m.directory_any()}</option>
            {WORRIES.map((worry) => (
              <option key={worry} value={worry}>
                {worryWord(worry)}
              </option>
            ))}
          </select>
        </div>
        <div className="stack-s">
          <label className="field-label" htmlFor="way">
            {m.directory_search_way()}
          </label>
          <select className="input" id="way" name="way" defaultValue={asked.way ?? ''}>
            <option value="">{m.directory_any()}</option>
            {WAYS.map((way) => (
              <option key={way} value={way}>
                {wayWord(way)}
              </option>
            ))}
          </select>
        </div>
        <div className="stack-s">
          <label className="field-label" htmlFor="place">
            {m.directory_search_place()}
          </label>
          <div id="place-hint" className="field-hint">
            {m.directory_search_place_hint()}
          </div>
          <input
            className="input"
            id="place"
            name="place"
            type="text"
            lang="ja"
            autoComplete="off"
            maxLength={100}
            defaultValue={asked.place ? (placeName ?? asked.place) : ''}
            aria-describedby="place-hint"
          />
        </div>
        <div>
          <Button>{m.directory_search_button()}</Button>
        </div>
      </form>
    </section>
  );
}
