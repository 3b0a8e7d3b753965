import { expect, test } from 'vitest';
import { contentArtifacts, courses, courseVersions, programmes } from '~/db/schema.server';
import { findCourse } from '~/domain/courses/find-course.server';
import { AT } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { syncContent, type SyncContent } from './sync-content.server';

const LATER = new Date(AT.getTime() + 1000);
const programme = { code: 'first', family: 'gatekeeper', title: 'はじめの一歩', position: 10 };

function course(over: Partial<SyncContent['compiled']['courses'][number]> = {}) {
  const outline = { title: '講座', summary: '', minutes: 5, lessons: [] };
  return { id: 'c1', slug: 'first', programmeCode: 'first', contentHash: 'h1', outline, ...over };
}

function content(over: Partial<SyncContent['compiled']> = {}, at = AT): SyncContent {
  const artifacts = [{ hash: 'a1', kind: 'lesson' as const, body: '{}' }];
  return {
    library: { programmes: [programme], refusals: [] },
    compiled: { courses: [course()], artifacts, refusals: [], ...over },
    at,
  };
}

async function everything(store: ReturnType<typeof openTestStore>) {
  return {
    programmes: await store.read.select().from(programmes),
    courses: await store.read.select().from(courses),
    versions: await store.read.select().from(courseVersions),
    artifacts: await store.read.select().from(contentArtifacts),
  };
}

test('content is published as version 1', async () => {
  const store = openTestStore();
  const { newVersions } = await syncContent(store, content());
  const found = await findCourse(store.read, { slug: 'first' });
  expect(found).toMatchObject({
    id: 'c1',
    retiredAt: null,
    version: { id: newVersions[0], number: 1 },
  });
});

test('the same content again, or from two processes at once, changes nothing', async () => {
  const store = openTestStore();
  await syncContent(store, content());
  const before = await everything(store);
  await Promise.all([
    syncContent(store, content({}, LATER)),
    syncContent(store, content({}, LATER)),
  ]);
  expect(await everything(store)).toEqual(before);
});

test('changed content becomes a new version, and the one before stays as it was', async () => {
  const store = openTestStore();
  await syncContent(store, content());
  const [first] = (await everything(store)).versions;
  const outline = { title: '新しい題', summary: '', minutes: 6, lessons: [] };
  await syncContent(store, content({ courses: [course({ contentHash: 'h2', outline })] }, LATER));
  const { versions } = await everything(store);
  expect(versions).toHaveLength(2);
  expect(versions).toContainEqual(first);
  const found = await findCourse(store.read, { id: 'c1' });
  expect(found?.version).toMatchObject({ number: 2, outline: { title: '新しい題' } });
});

test('content taken back to what it was becomes the newest version again', async () => {
  const store = openTestStore();
  for (const contentHash of ['h1', 'h2', 'h1']) {
    await syncContent(store, content({ courses: [course({ contentHash })] }));
  }
  const found = await findCourse(store.read, { id: 'c1' });
  expect(found?.version.number).toBe(3);
});

test('an artifact is never overwritten', async () => {
  const store = openTestStore();
  await syncContent(store, content());
  await syncContent(
    store,
    content({ artifacts: [{ hash: 'a1', kind: 'lesson', body: '{"x":1}' }] }),
  );
  expect((await everything(store)).artifacts.map(({ body }) => body)).toEqual(['{}']);
});

test('a course that vanished is retired, and comes back with its versions', async () => {
  const store = openTestStore();
  await syncContent(store, content());
  await syncContent(store, content({ courses: [] }, LATER));
  expect(await findCourse(store.read, { id: 'c1' })).toMatchObject({ retiredAt: LATER });
  await syncContent(store, content());
  expect(await findCourse(store.read, { id: 'c1' })).toMatchObject({
    retiredAt: null,
    version: { number: 1 },
  });
});

test('while something is refused, a course that cannot be read is not retired', async () => {
  const store = openTestStore();
  await syncContent(store, content());
  await syncContent(store, content({ courses: [], refusals: ['lesson.mdx:3'] }));
  expect(await findCourse(store.read, { id: 'c1' })).toMatchObject({ retiredAt: null });
});

test('a folder renamed is still the same course; its old name is free for another', async () => {
  const store = openTestStore();
  await syncContent(store, content());
  const renamed = course({ slug: 'renamed' });
  const other = course({ id: 'c2', slug: 'first', contentHash: 'h9' });
  await syncContent(store, content({ courses: [other, renamed] }));
  expect(await findCourse(store.read, { slug: 'renamed' })).toMatchObject({
    id: 'c1',
    version: { number: 1 },
  });
  expect(await findCourse(store.read, { slug: 'first' })).toMatchObject({ id: 'c2' });
});

test('two courses that change names with each other keep their versions', async () => {
  const store = openTestStore();
  const other = course({ id: 'c2', slug: 'second' });
  await syncContent(store, content({ courses: [course(), other] }));
  await syncContent(
    store,
    content({ courses: [course({ slug: 'second' }), { ...other, slug: 'first' }] }),
  );
  expect(await findCourse(store.read, { slug: 'second' })).toMatchObject({ id: 'c1' });
  expect(await findCourse(store.read, { slug: 'first' })).toMatchObject({ id: 'c2' });
});

test('when one course cannot be written, nothing is', async () => {
  const store = openTestStore();
  const lost = course({ id: 'c2', slug: 'second', programmeCode: 'unknown' });
  await expect(syncContent(store, content({ courses: [course(), lost] }))).rejects.toThrow();
  expect(await everything(store)).toEqual({
    programmes: [],
    courses: [],
    versions: [],
    artifacts: [],
  });
});
