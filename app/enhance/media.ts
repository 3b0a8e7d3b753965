import { findKeptAt } from './quiz/reader';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
const KEPT_EVERY_SECONDS = 3;
const NOT_WORTH_SECONDS = 2;

/**
 * Adds buttons for the speed to a film or a sound, and goes on where it was left on this device. Nothing
 * plays by itself.
 */
export default function media(root: HTMLElement): void {
  const player = root.querySelector<HTMLMediaElement>('video, audio');
  if (!player) return;
  addSpeeds(root, player);
  resume(root, player);
  tellWhereAway(root, player);
  const captions = player.textTracks[0];
  if (captions) captions.mode = 'showing';
}

/** Films and sounds are not kept on the device: where there is no network, that is said before they fail. */
function tellWhereAway(root: HTMLElement, player: HTMLMediaElement) {
  const told = document.createElement('p');
  told.className = 'notice info';
  told.setAttribute('role', 'status');
  const tell = () => {
    told.textContent = root.dataset.away ?? '';
    player.before(told);
  };
  if (findKeptAt()) tell();
  player.addEventListener('error', tell);
  window.addEventListener('online', () => {
    if (!told.isConnected) return;
    told.remove();
    player.load();
  });
}

function addSpeeds(root: HTMLElement, player: HTMLMediaElement) {
  const group = document.createElement('div');
  group.className = 'tools no-print';
  group.setAttribute('role', 'group');
  const label = document.createElement('span');
  label.className = 'small tool-label';
  label.textContent = root.dataset.speed ?? '';
  group.setAttribute('aria-label', label.textContent);
  const buttons = SPEEDS.map((speed) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tool';
    button.textContent = (root.dataset.times ?? '').replace('{speed}', String(speed));
    button.addEventListener('click', () => {
      player.defaultPlaybackRate = speed;
      player.playbackRate = speed;
    });
    return { speed, button };
  });
  const show = () =>
    buttons.forEach(({ speed, button }) =>
      button.setAttribute('aria-pressed', String(speed === player.playbackRate)),
    );
  player.addEventListener('ratechange', show);
  group.append(label, ...buttons.map(({ button }) => button));
  player.after(group);
  show();
}

function resume(root: HTMLElement, player: HTMLMediaElement) {
  const key = `tsunagu:${new URL(player.src).pathname}`;
  const kept = Number(read(key) ?? 0);
  let last = kept;
  if (kept >= NOT_WORTH_SECONDS) {
    player.addEventListener('loadedmetadata', () => (player.currentTime = kept), { once: true });
    const told = document.createElement('p');
    told.className = 'small';
    told.textContent = (root.dataset.resume ?? '').replace('{time}', clock(kept));
    player.before(told);
    player.addEventListener('ended', () => told.remove(), { once: true });
  }
  const keep = () => {
    // Before the first picture is there, a player says that it stands at the beginning.
    if (player.readyState === HTMLMediaElement.HAVE_NOTHING) return;
    last = player.currentTime;
    write(key, player.ended || last < NOT_WORTH_SECONDS ? null : String(Math.floor(last)));
  };
  player.addEventListener('timeupdate', () => {
    if (Math.abs(player.currentTime - last) >= KEPT_EVERY_SECONDS) keep();
  });
  for (const event of ['pause', 'ended']) player.addEventListener(event, keep);
  window.addEventListener('pagehide', keep);
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A browser may refuse to keep anything; the film plays all the same. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}
