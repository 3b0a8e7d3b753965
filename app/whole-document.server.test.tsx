import { Writable } from 'node:stream';
import { createElement } from 'react';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { wholeDocument } from './whole-document.server';

const LETTERS = '何が、いつから、いつもと違うのか𠮷髙';

/** Many short texts, so that letters meet the end of React's pieces at every offset. */
const page = createElement(
  'ul',
  null,
  Array.from({ length: 2000 }, (_, i) =>
    createElement('li', { key: i, title: LETTERS.slice(0, i % 9) }, 'a'.repeat(i % 7), LETTERS),
  ),
);

async function piecesOf(): Promise<Buffer[]> {
  return await new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const sink = new Writable({
      write(piece: Buffer, _encoding, done) {
        pieces.push(Buffer.from(piece));
        done();
      },
      final(done) {
        resolve(pieces);
        done();
      },
    });
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => pipe(sink),
      onError: reject,
    });
  });
}

test('a long page in Japanese reaches the reader letter for letter', async () => {
  const pieces = await piecesOf();
  expect(Buffer.concat(pieces).includes(0), 'React no longer leaves zero bytes: this can go').toBe(
    true,
  );
  const text = wholeDocument(pieces).toString('utf8').replaceAll('<!-- -->', '');
  expect(text).toBe(renderToStaticMarkup(page));
});
