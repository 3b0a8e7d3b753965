import { expect, test } from 'vitest';
import { compileLibrary } from './compile-library.server';
import { Compiler } from './compiler.server';
import { parseLesson } from './lesson';
import { parseQuiz } from './quiz.server';
import { readLibrary } from './read-library.server';

const library = await readLibrary('tests/fixtures/content');

test('compiles a library to an outline and artifacts by hash, and nothing twice', async () => {
  const first = await compileLibrary(library, { known: new Set() });
  expect(first.refusals).toEqual([]);
  expect(first.courses).toMatchObject([
    {
      slug: 'first',
      programmeCode: 'sample',
      outline: {
        title: '見本の一歩',
        lessons: [{ title: '気づく', questionCount: 0, quizHash: null }, { questionCount: 5 }],
      },
    },
  ]);
  expect(first.artifacts.map(({ kind }) => kind)).toEqual(['lesson', 'lesson', 'quiz', 'words']);

  const known = new Set(first.artifacts.map(({ hash }) => hash));
  const again = await compileLibrary(library, { known });
  expect(again.artifacts).toEqual([]);
  expect(again.courses).toEqual(first.courses);

  const [lesson, , quiz] = first.artifacts;
  expect(parseLesson(lesson?.body ?? '')).toMatchObject({
    slug: 'kizuku',
    plainTitle: '気づく',
    title: [['ruby', 0, '気', 'き'], 'づく'],
  });
  const order = parseQuiz(quiz?.body ?? '').questions.find(({ kind }) => kind === 'order');
  // Ids in the order of the alphabet would give the key away.
  for (const { id } of order?.options ?? []) expect(id).toMatch(/^[0-9a-f]{10}$/);
});

/** Every hash is known: nothing is compiled, only told apart. */
class Everything extends Set<string> {
  override has() {
    return true;
  }
}

test('a changed word, another reading and another place in the course each make a new version', async () => {
  const hash = async (change: (copy: typeof library) => void) => {
    const copy = structuredClone(library);
    change(copy);
    return (await compileLibrary(copy, { known: new Everything() })).courses[0]?.contentHash;
  };
  const course = (copy: typeof library) => copy.courses[0]!;
  const hashes = [
    await hash(() => {}),
    await hash((copy) => {
      const lesson = course(copy).lessons[0]!;
      lesson.source += 'あ';
    }),
    await hash((copy) => void (copy.readings = { 私: 'わたし' })),
    await hash((copy) => void course(copy).lessons.reverse()),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('a course with one refused lesson is left out whole, and its refusal names the file', async () => {
  const copy = structuredClone(library);
  const lesson = copy.courses[0]!.lessons[1]!;
  lesson.body += '\n{process.env.HOME}\n';
  lesson.source += '\n{process.env.HOME}\n';
  const { courses, refusals } = await compileLibrary(copy, { known: new Set() });
  expect(courses).toEqual([]);
  expect(refusals).toMatchObject([
    { file: 'tests/fixtures/content/courses/first/koe/lesson.mdx', reason: '{ } の式は使えません' },
  ]);
  expect(refusals[0]?.line).toBe(lesson.body.split('\n').length - 1);
});

test('a word without a reading is refused where it stands', async () => {
  const copy = structuredClone(library);
  const lesson = copy.courses[0]!.lessons[0]!;
  lesson.body += '\n髙さん\n';
  lesson.source += '\n髙さん\n';
  const { refusals } = await compileLibrary(copy, { known: new Set() });
  expect(refusals).toMatchObject([
    {
      reason: '「髙」の読みが辞書にありません',
      line: lesson.body.split('\n').length - 1,
      column: 1,
    },
  ]);
});

test('the compiler goes on after a text was refused', async () => {
  const compiler = new Compiler({});
  const { slug, body, meta } = library.courses[0]!.lessons[0]!;
  try {
    expect(
      (
        await compiler.compile({
          kind: 'lesson',
          input: { slug, body: '{'.repeat(300_000), meta, images: {} },
        })
      ).ok,
    ).toBe(false);
    expect(
      (await compiler.compile({ kind: 'lesson', input: { slug, body, meta, images: {} } })).ok,
    ).toBe(true);
  } finally {
    await compiler.close();
  }
});
