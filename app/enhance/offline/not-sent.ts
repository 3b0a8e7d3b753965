const START = /\/start$/;
const MARK = 'not-sent';

/**
 * Where a form does not reach the server, the page stays as it is and says so: what was typed is still there.
 * The browser tells that there is no network, or the service worker that nothing came back.
 */
export function watchForms(text: string): void {
  let sent: HTMLFormElement | null = null;
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null;

  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.getAttribute('method')?.toLowerCase() !== 'post') return;
    // A course that is kept here is opened by the service worker.
    const isOpening = workers?.controller && START.test(pathOf(form));
    sent = form;
    if (navigator.onLine || isOpening) return;
    event.preventDefault();
    say(form);
  });

  workers?.addEventListener('message', ({ data, ports }: MessageEvent<{ notSent?: string }>) => {
    if (!sent || data?.notSent !== pathOf(sent)) return;
    ports[0]?.postMessage(true);
    say(sent);
  });

  function say(form: HTMLFormElement) {
    for (const old of document.querySelectorAll('[data-not-sent-notice]')) old.remove();
    const notice = document.createElement('div');
    notice.className = 'notice warm';
    notice.dataset.notSentNotice = '';
    notice.setAttribute('role', 'alert');
    notice.tabIndex = -1;
    const words = document.createElement('p');
    words.textContent = text;
    notice.append(words);
    form.after(notice);
    notice.focus();
    // What sends a form only once may send it again.
    document.dispatchEvent(new Event(MARK));
  }
}

/** Forms of this house send to addresses; a field named "action" does not stand in the way. */
function pathOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute('action') || location.href, location.href).pathname;
}
