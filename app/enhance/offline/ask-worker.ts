import type { Answered, Asked, Kept } from './messages';

/** The browser gives this device no more room. */
export class DeviceFull extends Error {}

/** Asks the service worker, and hears what this device keeps: once for each step, and in the end. */
export async function askWorker(asked: Asked, eachStep?: (kept: Kept) => void): Promise<Kept> {
  const { active } = await navigator.serviceWorker.ready;
  return await new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Answered | null>) => {
      if (data && 'isFull' in data && data.isFull) return reject(new DeviceFull());
      if (!data || 'isFull' in data) return reject(new Error('the service worker could not do it'));
      eachStep?.(data.kept);
      if (data.isDone) resolve(data.kept);
    };
    active?.postMessage(asked, [port2]);
  });
}
