type Choice = { to: string; say: ChildNode[]; lands: ChildNode[] };
type Step = { told: HTMLElement[]; choices: Choice[]; end: HTMLElement | null };

/**
 * Goes through a conversation one step at a time. What is said stands in the page already; here it is
 * only shown in turn. Nothing is kept: whoever comes back begins anew.
 */
export default function practice(root: HTMLElement): void {
  const steps = readSteps(root);
  const first = steps.keys().next().value;
  const stage = root.querySelector<HTMLElement>('.practice-stage');
  if (first === undefined || !stage) return;
  const part = (name: string) => stage.querySelector<HTMLElement>(name) as HTMLElement;
  const path = part('.practice-path');
  const now = part('.practice-now');
  const asked = part('.practice-asked');
  const buttons = part('.practice-buttons');
  const landed = part('.practice-landed');
  const lands = part('.practice-landed > :last-child');
  const tool = (name: string) => part(`[data-do="${name}"]`);

  /** Counted as they are met, which is not how they stand in the tree. */
  const numbered = (number: number) =>
    (root.dataset.step ?? '').replace('{number}', String(number));

  /** The step of each choice made so far, and which it was. */
  let made: { id: string; choice: Choice }[] = [];
  let hasLanded = false;
  const tried = new Set<Choice>();

  const goTo: Record<string, () => void> = {
    on: () => (hasLanded = false),
    other: takeBack,
    back: takeBack,
    again: () => {
      made = [];
      hasLanded = false;
    },
  };

  function takeBack() {
    made = made.slice(0, -1);
    hasLanded = false;
  }

  function draw(takesFocus: boolean) {
    const last = made.at(-1);
    const id = (hasLanded ? last?.id : last?.choice.to) ?? first ?? '';
    const step = steps.get(id);
    if (!step) return;
    const passed = hasLanded ? made.slice(0, -1) : made;
    path.hidden = passed.length === 0;
    path.replaceChildren(
      ...passed.map(({ id: from, choice }) => {
        const entry = document.createElement('li');
        entry.append(...copies(steps.get(from)?.told ?? []), ownWords(choice.say), landing(choice));
        return entry;
      }),
    );

    const isEnd = step.end !== null;
    const told = copies(isEnd && step.end ? [...step.told, step.end] : step.told);
    const title = paragraph('practice-head', [numbered(passed.length + 1)]);
    now.replaceChildren(title, ...told);
    if (hasLanded && last) now.append(ownWords(last.choice.say));
    describe(now, title, told);

    asked.hidden = hasLanded || isEnd;
    buttons.replaceChildren(...step.choices.map((choice) => button(id, choice)));
    landed.hidden = !hasLanded;
    lands.replaceChildren(...(hasLanded && last ? copies(last.choice.lands) : []));
    root.classList.toggle('at-end', isEnd);

    tool('on').hidden = !hasLanded;
    tool('other').hidden = !hasLanded && !isEnd;
    tool('back').hidden = hasLanded || isEnd || made.length === 0;
    tool('again').hidden = made.length === 0;
    if (takesFocus) (hasLanded ? landed : now).focus();
  }

  function button(id: string, choice: Choice) {
    const item = document.createElement('li');
    const chosen = document.createElement('button');
    chosen.type = 'button';
    chosen.className = 'practice-button';
    chosen.append(...copies(choice.say));
    if (tried.has(choice)) {
      const mark = document.createElement('span');
      mark.className = 'small';
      mark.textContent = root.dataset.tried ?? '';
      chosen.append(' ', mark);
    }
    chosen.addEventListener('click', () => {
      tried.add(choice);
      made = [...made, { id, choice }];
      hasLanded = true;
      draw(true);
    });
    item.append(chosen);
    return item;
  }

  function ownWords(say: ChildNode[]) {
    const who = document.createElement('b');
    who.className = 'who';
    who.textContent = root.querySelector('.practice-you > .tag')?.textContent ?? '';
    const words = document.createElement('span');
    words.append(...copies(say));
    return paragraph('practice-line own', [who, words]);
  }

  for (const [name, change] of Object.entries(goTo)) {
    tool(name).addEventListener('click', () => {
      change();
      draw(true);
    });
  }
  now.tabIndex = -1;
  now.setAttribute('role', 'group');
  root.classList.add('in-turn');
  stage.hidden = false;
  draw(false);

  /** A screen reader that is brought here reads the title and all that is told. */
  function describe(group: HTMLElement, title: HTMLElement, told: HTMLElement[]) {
    title.id = `${root.id}-now`;
    told.forEach((element, i) => (element.id = `${root.id}-told-${i}`));
    group.setAttribute('aria-labelledby', title.id);
    group.setAttribute('aria-describedby', told.map(({ id }) => id).join(' '));
  }
}

function landing({ lands }: Choice): HTMLElement {
  return paragraph('practice-lands', copies(lands));
}

function paragraph(className: string, content: (Node | string)[]): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.append(...content);
  return made;
}

function copies<T extends Node>(nodes: readonly T[]): T[] {
  return nodes.map((node) => node.cloneNode(true) as T);
}

/** The steps as the page tells them, the first one first. */
function readSteps(root: HTMLElement): Map<string, Step> {
  const found = new Map<string, Step>();
  for (const item of root.querySelectorAll<HTMLElement>('.practice-step')) {
    const contents = (from: Element, name: string) => [
      ...(from.querySelector(name)?.childNodes ?? []),
    ];
    found.set(item.dataset.step ?? '', {
      told: [...item.querySelectorAll<HTMLElement>(':scope > p')],
      choices: [...item.querySelectorAll<HTMLElement>('.practice-choice')].map((choice) => ({
        to: choice.dataset.to ?? '',
        say: contents(choice, '.practice-say'),
        lands: contents(choice, '.practice-lands'),
      })),
      end: item.querySelector<HTMLElement>('.practice-end'),
    });
  }
  return found;
}
