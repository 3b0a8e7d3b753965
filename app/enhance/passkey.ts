import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

const PATIENCE_MS = 15_000;
/** A challenge is good for five minutes. */
const RENEW_MS = 4 * 60_000;

type Said = { ok?: boolean; options?: unknown; place?: string; words?: string };
type Refusal = 'cancelled' | 'failed' | 'known' | 'offline';

class Refused extends Error {
  constructor(
    readonly reason: Refusal,
    readonly words?: string,
  ) {
    super(reason);
  }
}

async function post(path: string, fields: Record<string, string>): Promise<Said> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return (await answer.json()) as Said;
  } catch {
    throw new Refused('offline');
  }
}

/** What went wrong on the device. Browsers do not tell a choice to stop from a device that is not there. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.reason;
  if (error instanceof WebAuthnError) {
    if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
    if (error.code === 'ERROR_CEREMONY_ABORTED') return 'cancelled';
  }
  const { name } = error as Error;
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed';
}

/** A button that makes or shows a passkey. Hidden until it is known to work here. */
export default function passkey(root: HTMLElement): void {
  const button = root.querySelector('button');
  const alert = root.querySelector<HTMLElement>('[aria-live]');
  if (!button || !alert || !browserSupportsWebAuthn()) return;
  const use = root.dataset.use ?? '';
  let isBusy = false;
  root.hidden = false;

  function tell(words: string) {
    if (!alert) return;
    alert.className = words ? 'notice care' : '';
    // An alert that says nothing yet would be one too many beside that of the form.
    if (words) alert.setAttribute('role', 'alert');
    else alert.removeAttribute('role');
    alert.textContent = words;
  }

  /** What else is said on the page: the name of a new passkey, and the two boxes of the sign-in form. */
  function saidOnPage(): Record<string, string> {
    const said: Record<string, string> = { to: root.dataset.to ?? '' };
    const label = root.querySelector<HTMLInputElement>('input[name="label"]');
    if (label) said.label = label.value;
    for (const name of use === 'sign-in' ? ['shared', 'bring'] : []) {
      const box = document.querySelector<HTMLInputElement>(`main input[name="${name}"]`);
      if (box?.checked) said[name] = 'on';
    }
    return said;
  }

  /** The device's answer, or null when the server sends somewhere else first or the button was pressed meanwhile. */
  async function ask(isAutofill: boolean): Promise<object | null> {
    const said = await post('/api/passkeys/options', { use });
    if (said.place) {
      location.assign(said.place);
      return null;
    }
    if (!said.ok || !said.options) throw new Refused('failed', said.words);
    if (isAutofill && isBusy) return null;
    return use === 'register'
      ? startRegistration({ optionsJSON: said.options as PublicKeyCredentialCreationOptionsJSON })
      : startAuthentication({
          optionsJSON: said.options as PublicKeyCredentialRequestOptionsJSON,
          useBrowserAutofill: isAutofill,
        });
  }

  async function send(answer: object) {
    const fields = { use, answer: JSON.stringify(answer), ...saidOnPage() };
    const said = await post('/api/passkeys/answer', fields);
    if (!said.place) throw new Refused('failed', said.words);
    go(said.place);
  }

  async function press() {
    if (isBusy) return;
    isBusy = true;
    root.setAttribute('aria-busy', 'true');
    tell('');
    try {
      const answer = await ask(false);
      if (answer) await send(answer);
    } catch (error) {
      const words = error instanceof Refused ? error.words : undefined;
      tell(words ?? root.dataset[refusalOf(error)] ?? '');
      void offer();
    }
    root.removeAttribute('aria-busy');
    isBusy = false;
  }

  /** Waits in the list under the field that asks who she is, until a passkey is chosen there. */
  async function offer() {
    if (root.dataset.autofill === undefined || !(await browserSupportsWebAuthnAutofill())) return;
    const renewal = setTimeout(() => isBusy || void offer(), RENEW_MS);
    let answer: object | null;
    try {
      answer = await ask(true);
    } catch {
      // Nobody chose one, or the button was pressed: the page is as it was.
      return;
    } finally {
      clearTimeout(renewal);
    }
    try {
      if (answer) await send(answer);
    } catch (error) {
      tell((error instanceof Refused && error.words) || (root.dataset[refusalOf(error)] ?? ''));
    }
  }

  button.addEventListener('click', () => void press());
  void offer();
}

/** Loads the page anew even where only what stands behind the `#` differs. */
function go(place: string): void {
  const { pathname, search } = new URL(place, location.href);
  location.assign(place);
  if (pathname === location.pathname && search === location.search) location.reload();
}
