import { expect, test } from 'vitest';
import { sectionsOf } from './sections';

const columns = ['講座', '問い', '数'].map((title) => ({
  title,
  width: 10,
  kind: 'text' as const,
}));
const table = (title: string, rows: (string | number)[][]) => ({ title, columns, rows });

test('each programme has its own rows, without its name in each', () => {
  const [one, other] = sectionsOf(
    [{ title: 'A' }, { title: 'B' }],
    [
      table('変化', [
        ['A', '一', 12],
        ['A', '二', '10未満'],
        ['B', '一', '10未満'],
      ]),
      table('行動', [['A', '声', 10]]),
    ],
  );
  expect(one!.tables.map(({ title, rows, hidden }) => [title, rows, hidden])).toEqual([
    [
      '変化',
      [
        ['一', 12],
        ['二', '10未満'],
      ],
      false,
    ],
    ['行動', [['声', 10]], false],
  ]);
  expect(one!.tables[0]!.columns.map(({ title }) => title)).toEqual(['問い', '数']);
  expect(one!.hidden).toBe(false);
  expect(other).toMatchObject({
    hidden: true,
    tables: [{ hidden: true, rows: [['一', '10未満']] }],
  });
});

test('a programme without any row has nothing to show', () => {
  expect(sectionsOf([{ title: 'A' }], [table('変化', [])])).toEqual([
    { title: 'A', tables: [], hidden: true },
  ]);
});
