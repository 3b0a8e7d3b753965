import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { checkTexts } from './check-texts.server';
import { Compiler, type StartedWorker, type Task } from './compiler.server';
import { EDITIONS, type Edition } from '../lib/edition';
import { stripFurigana } from './furigana-marks';
import type { CourseFiles, LessonEditionFiles, LessonFiles, Library } from './library';
import { practicesOf } from './read-practice.server';
import type { CourseEdition, CourseOutline, LessonEdition, LessonOutline } from './outline';
import type { Refusal } from './refusal';
import { wordsBeside } from './words-beside';

/** Raised whenever the same files would compile to something else. */
export const COMPILER_VERSION = 'content-5';

export type Artifact = { hash: string; kind: Task['kind']; body: string };
export type CompiledCourse = {
  id: string;
  slug: string;
  programmeCode: string;
  contentHash: string;
  outline: CourseOutline;
};
export type ExampleLesson = {
  hash: string;
  body: string;
  practices: { name: string; source: string }[];
};
export type CompiledLibrary = {
  /** The example lesson, and the text it is made from. */
  example: ExampleLesson | null;
  courses: CompiledCourse[];
  artifacts: Artifact[];
  /** Of the artifact with the readings of what pages show beside lessons. */
  wordsHash: string;
  /** Hashes of folders with nothing wrong in what they say: known ones need no second look. */
  clean: string[];
  refusals: Refusal[];
};

/**
 * Compiles what is not `known` by its hash yet. A course with anything refused is left out whole,
 * so a learner never meets half of it; what was published before stands.
 */
export async function compileLibrary(
  library: Library,
  { known, worker = null }: { known: ReadonlySet<string>; worker?: StartedWorker | null },
): Promise<CompiledLibrary> {
  const compiler = new Compiler(library.readings, worker);
  const artifacts = new Map<string, Artifact>();
  const courses: CompiledCourse[] = [];
  const said = checkTexts(library.texts, {
    directory: library.directory.flatMap(({ number }) => number ?? []),
    known,
  });
  const refusals: Refusal[] = [...said.refusals];
  let example: CompiledLibrary['example'] = null;

  async function compile(hash: string, file: string, task: Task) {
    if (known.has(hash) || artifacts.has(hash)) return;
    const compiled = await compiler.compile(task);
    if (compiled.ok) artifacts.set(hash, { hash, kind: task.kind, body: compiled.body });
    else refusals.push(...compiled.problems.map((problem) => ({ file, ...problem })));
  }

  async function compileOriginal(lesson: LessonFiles) {
    const hashes = hashLesson(lesson, library.readings);
    await compile(hashes.lessonHash, lesson.file, {
      kind: 'lesson',
      input: {
        slug: lesson.slug,
        body: lesson.body,
        meta: lesson.meta,
        images: imagesOf(lesson),
        ...besideOf(lesson, 'original'),
      },
    });
    return hashes;
  }

  async function compileExample(lesson: LessonFiles): Promise<CompiledLibrary['example']> {
    const { lessonHash } = await compileOriginal(lesson);
    const folder = lesson.file.replace(/lesson\.mdx$/, '');
    const isWhole = ![...library.refusals, ...refusals].some(({ file }) => file.startsWith(folder));
    const practices = practicesOf(lesson.practices, 'original');
    return isWhole
      ? {
          hash: lessonHash,
          body: lesson.body.trim(),
          practices: practices.map(({ name, source }) => ({ name, source })),
        }
      : null;
  }

  async function compileEdition(
    edition: Edition,
    lesson: LessonFiles,
    files: LessonEditionFiles,
  ): Promise<LessonEdition> {
    const { lessonHash, quizHash } = hashEdition(edition, lesson, files, library.readings);
    const { title, goal, contentNote } = files.meta;
    await compile(lessonHash, files.file, {
      kind: 'lesson',
      input: {
        slug: lesson.slug,
        edition,
        body: files.body,
        meta: { ...lesson.meta, title, goal, contentNote },
        images: imagesOf(lesson),
        ...besideOf(lesson, edition),
      },
    });
    if (files.quiz && lesson.quiz && quizHash) {
      await compile(quizHash, files.quiz.file, {
        kind: 'quiz',
        input: {
          lessonId: lesson.meta.id,
          edition,
          source: files.quiz.source,
          value: lesson.quiz.value,
          words: files.quiz.value,
        },
      });
    }
    return {
      title: stripFurigana(title),
      lessonHash,
      quizHash,
      older: files.meta.older,
      quizOlder: files.quiz?.value.older ?? false,
    };
  }

  async function editionsOf(course: CourseFiles): Promise<CourseOutline['editions']> {
    const editions: NonNullable<CourseOutline['editions']> = {};
    for (const edition of EDITIONS) {
      const words = course.editions[edition];
      if (!words) continue;
      const lessons: CourseEdition['lessons'] = {};
      for (const lesson of course.lessons) {
        const files = lesson.editions[edition];
        if (files) lessons[lesson.meta.id] = await compileEdition(edition, lesson, files);
      }
      editions[edition] = {
        title: stripFurigana(words.title),
        summary: stripFurigana(words.summary),
        forWhom: stripFurigana(words.forWhom),
        lessons,
      };
    }
    return editions;
  }

  const texts = wordsBeside(library);
  const wordsHash = sha256(COMPILER_VERSION, inOneText(library.readings), ...texts);

  try {
    for (const course of library.courses) {
      const refusedBefore = refusals.length;
      const lessons: LessonOutline[] = [];
      for (const lesson of course.lessons) {
        const { lessonHash, quizHash } = await compileOriginal(lesson);
        if (lesson.quiz && quizHash) {
          await compile(quizHash, lesson.quiz.file, {
            kind: 'quiz',
            input: {
              lessonId: lesson.meta.id,
              source: lesson.quiz.source,
              value: lesson.quiz.value,
            },
          });
        }
        lessons.push({
          id: lesson.meta.id,
          slug: lesson.slug,
          title: stripFurigana(lesson.meta.title),
          minutes: lesson.meta.minutes,
          lessonHash,
          quizHash,
          questionCount: lesson.quiz?.value.questions.length ?? 0,
        });
      }
      const editions = await editionsOf(course);
      const isWhole =
        refusals.length === refusedBefore &&
        ![...library.refusals, ...said.refusals].some(({ file }) => isPartOf(file, course.file));
      if (!isWhole) continue;
      const outline: CourseOutline = {
        title: stripFurigana(course.title),
        summary: stripFurigana(course.summary),
        minutes: course.minutes,
        lessons,
        editions,
      };
      courses.push({
        id: course.id,
        slug: course.slug,
        programmeCode: course.programmeCode,
        contentHash: sha256(COMPILER_VERSION, course.programmeCode, JSON.stringify(outline)),
        outline,
      });
    }
    if (library.example) example = await compileExample(library.example);
    await compile(wordsHash, 'readings.yaml', { kind: 'words', texts });
  } finally {
    await compiler.close();
  }
  return {
    example,
    courses,
    artifacts: [...artifacts.values()],
    wordsHash,
    clean: said.clean,
    refusals,
  };
}

function isPartOf(file: string, courseFile: string): boolean {
  return file === courseFile || file.startsWith(courseFile.replace(/course\.yaml$/, ''));
}

function imagesOf({ images }: LessonFiles): Record<string, Uint8Array> {
  return Object.fromEntries(images.map(({ name, bytes }) => [`images/${name}`, bytes]));
}

function inOneText(readings: Record<string, string>): string {
  return JSON.stringify(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function besideOf(lesson: LessonFiles, edition: Edition | 'original') {
  return {
    media: Object.fromEntries(
      lesson.media.map(({ name, hash }) => [`media/${name}`, `/media/${hash}${extname(name)}`]),
    ),
    licences: lesson.licences,
    practices: practicesOf(lesson.practices, edition),
  };
}

/** What is drawn with the text of a lesson, beside it. */
function hashBeside({ images, licences, media, practices }: LessonFiles): string[] {
  return [
    JSON.stringify(licences),
    ...media.flatMap(({ name, hash }) => [name, hash]),
    ...images.flatMap(({ name, bytes }) => [name, sha256(bytes)]),
    ...practices.flatMap(({ name, edition, source }) => [name, edition, source]),
  ];
}

function hashLesson(lesson: LessonFiles, readings: Record<string, string>) {
  const words = inOneText(readings);
  const beside = hashBeside(lesson);
  return {
    lessonHash: sha256(COMPILER_VERSION, words, lesson.slug, lesson.source, ...beside),
    quizHash: lesson.quiz && sha256(COMPILER_VERSION, words, lesson.meta.id, lesson.quiz.source),
  };
}

/** An edition takes more than words from its original: id, minutes and sources, and the key of its questions. */
function hashEdition(
  edition: Edition,
  lesson: LessonFiles,
  { source, quiz }: LessonEditionFiles,
  readings: Record<string, string>,
) {
  const words = inOneText(readings);
  const from = [COMPILER_VERSION, words, edition];
  const meta = JSON.stringify(lesson.meta);
  return {
    lessonHash: sha256(...from, lesson.slug, meta, source, ...hashBeside(lesson)),
    quizHash:
      lesson.quiz && quiz && sha256(...from, lesson.meta.id, lesson.quiz.source, quiz.source),
  };
}

function sha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
