import type { Page } from '@playwright/test';

export type Spoken = { text: string; rate: number; lang: string };

/** A device that speaks as fast as it is told to: what it was given is kept, and each piece ends when asked. */
export async function giveVoice(page: Page, lang: string | null): Promise<void> {
  await page.addInitScript((voiceLang) => {
    const spoken: Spoken[] = [];
    let current: { onend?: () => void } | null = null;
    class Utterance {
      voice = null;
      lang = '';
      rate = 1;
      onend?: () => void;
      onerror?: () => void;
      constructor(readonly text: string) {}
    }
    const synthesis = {
      getVoices: () => (voiceLang ? [{ lang: voiceLang, localService: true, name: 'test' }] : []),
      speak: (utterance: Utterance) => {
        spoken.push({ text: utterance.text, rate: utterance.rate, lang: utterance.lang });
        current = utterance;
      },
      cancel: () => {
        current = null;
      },
      addEventListener: () => {},
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.assign(window, {
      spoken,
      isSpeaking: () => current !== null,
      endPiece: () => current?.onend?.(),
    });
  }, lang);
}

type Voiced = { spoken: Spoken[]; isSpeaking: () => boolean; endPiece: () => void };

export const spokenOn = (page: Page) =>
  page.evaluate(() => (window as unknown as Voiced).spoken.map(({ text }) => text));
export const lastRate = (page: Page) =>
  page.evaluate(() => (window as unknown as Voiced).spoken.at(-1)?.rate);
export const isSpeaking = (page: Page) =>
  page.evaluate(() => (window as unknown as Voiced).isSpeaking());
export const endPiece = (page: Page) =>
  page.evaluate(() => (window as unknown as Voiced).endPiece());
