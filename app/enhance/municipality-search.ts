type Place = { code: string; label: string };

const WAIT_MS = 150;

/**
 * Turns the search for a municipality into one box with a list under it (the combobox of ARIA 1.2):
 * arrow keys, Enter, Escape, and the number of candidates said aloud.
 */
export default function municipalitySearch(element: HTMLElement): void {
  const input = element.querySelector<HTMLInputElement>('input[type="text"]');
  const status = element.querySelector<HTMLElement>('[data-part="status"]');
  const choices = element.querySelector<HTMLElement>('[data-part="choices"]');
  const button = element.querySelector<HTMLElement>('[data-part="find"]');
  if (!input || !status || !choices || !button) return;
  const words = element.dataset;

  let places: Place[] = [...choices.querySelectorAll<HTMLInputElement>('input')].map((radio) => ({
    code: radio.value,
    label: wordsOf(radio.parentElement),
  }));
  const checked = choices.querySelector<HTMLInputElement>('input:checked')?.value;
  const list = document.createElement('ul');
  const code = document.createElement('input');
  let at = -1;
  let asked: AbortController | undefined;
  let timer = 0;

  function say(text: string | undefined, key = '', value = '') {
    status!.textContent = (text ?? '').replace(`{${key}}`, value);
  }

  function isOpen() {
    return !list.hidden;
  }

  function close() {
    list.hidden = true;
    at = -1;
    input!.setAttribute('aria-expanded', 'false');
    input!.removeAttribute('aria-activedescendant');
  }

  function open() {
    if (places.length === 0) return close();
    list.hidden = false;
    input!.setAttribute('aria-expanded', 'true');
  }

  function draw() {
    list.replaceChildren(
      ...places.map(({ label }, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.className = 'px-3 py-2 min-h-[44px] cursor-pointer hover:bg-accent-soft';
        option.textContent = label;
        return option;
      }),
    );
  }

  function moveTo(index: number) {
    at = (index + places.length) % places.length;
    [...list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === at));
      option.classList.toggle('bg-accent-soft', i === at);
      option.classList.toggle('font-bold', i === at);
    });
    input!.setAttribute('aria-activedescendant', `${list.id}-${at}`);
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  function choose(place: Place | undefined) {
    if (!place) return;
    input!.value = place.label;
    code.value = place.code;
    say(words.chosen, 'place', place.label);
    close();
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const query = input!.value.trim();
    if (query === '') {
      places = [];
      say('');
      return close();
    }
    try {
      const address = `${words.source}${encodeURIComponent(query)}`;
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) return;
      const found = (await answer.json()) as { places: Place[]; more: boolean };
      places = found.places;
      draw();
      const count = String(places.length);
      if (places.length === 0) say(words.none);
      else say(found.more ? words.foundMore : words.found, 'count', count);
      open();
    } catch {
      // No connection: the button sends the form once there is one again.
      if (asked?.signal.aborted === false) list.after(button!);
    }
  }

  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (places.length === 0) return;
      if (!isOpen()) open();
      if (at < 0) moveTo(event.key === 'ArrowDown' ? 0 : places.length - 1);
      else moveTo(at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      if (isOpen()) {
        event.preventDefault();
        choose(places[at] ?? (places.length === 1 ? places[0] : undefined));
      }
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
    }
  }

  list.id = `${element.id}-list`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', wordsOf(element.querySelector('legend')?.firstChild));
  list.className =
    'absolute top-full left-0 z-10 mt-1 w-full max-w-[32rem] max-h-80 overflow-y-auto list-none p-0 bg-card border border-line rounded-lg shadow-lg';
  code.type = 'hidden';
  code.name = words.name ?? '';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.after(list);
  choices.replaceChildren(code);
  // Taken away, not hidden: the first button of a form is the one that Enter presses.
  button.remove();
  draw();
  choose(places.find((place) => place.code === checked));

  input.addEventListener('input', () => {
    code.value = '';
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), WAIT_MS);
  });
  input.addEventListener('keydown', onKey);
  input.addEventListener('focus', () => {
    if (code.value === '') open();
  });
  input.addEventListener('blur', close);
  // Before the blur, which would close the list under the pointer.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    choose(places[[...list.children].indexOf((event.target as Element).closest('li')!)]);
  });
}

/** The words alone, where readings stand over them. */
function wordsOf(shown: Node | null | undefined): string {
  if (!shown) return '';
  const copy = document.createElement('span');
  copy.append(shown.cloneNode(true));
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
  return copy.textContent?.trim() ?? '';
}
