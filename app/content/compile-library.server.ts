import { createHash } from 'node:crypto';
import { Compiler, type Task } from './compiler.server';
import { stripFurigana } from './furigana-marks';
import type { LessonFiles, Library } from './library';
import type { CourseOutline, LessonOutline } from './outline';
import type { Refusal } from './refusal';

/** Raised whenever the same files would compile to something else. */
export const COMPILER_VERSION = 'content-2';

export type Artifact = { hash: string; kind: 'lesson' | 'quiz'; body: string };
export type CompiledCourse = {
  id: string;
  slug: string;
  programmeCode: string;
  contentHash: string;
  outline: CourseOutline;
};
export type CompiledLibrary = {
  courses: CompiledCourse[];
  artifacts: Artifact[];
  refusals: Refusal[];
};

/**
 * Compiles what is not `known` by its hash yet. A course with anything refused is left out whole,
 * so a learner never meets half of it; what was published before stands.
 */
export async function compileLibrary(
  library: Library,
  { known }: { known: ReadonlySet<string> },
): Promise<CompiledLibrary> {
  const compiler = new Compiler(library.readings);
  const artifacts = new Map<string, Artifact>();
  const courses: CompiledCourse[] = [];
  const refusals: Refusal[] = [];

  async function compile(hash: string, file: string, task: Task) {
    if (known.has(hash) || artifacts.has(hash)) return;
    const compiled = await compiler.compile(task);
    if (compiled.ok) artifacts.set(hash, { hash, kind: task.kind, body: compiled.body });
    else refusals.push(...compiled.problems.map((problem) => ({ file, ...problem })));
  }

  try {
    for (const course of library.courses) {
      const refusedBefore = refusals.length;
      const lessons: LessonOutline[] = [];
      for (const lesson of course.lessons) {
        const { lessonHash, quizHash } = hashLesson(lesson, library.readings);
        await compile(lessonHash, lesson.file, {
          kind: 'lesson',
          input: {
            slug: lesson.slug,
            body: lesson.body,
            meta: lesson.meta,
            images: Object.fromEntries(
              lesson.images.map(({ name, bytes }) => [`images/${name}`, bytes]),
            ),
          },
        });
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
      const isWhole =
        refusals.length === refusedBefore &&
        !library.refusals.some(({ file }) => isPartOf(file, course.file));
      if (!isWhole) continue;
      const outline: CourseOutline = {
        title: stripFurigana(course.title),
        summary: stripFurigana(course.summary),
        minutes: course.minutes,
        lessons,
      };
      courses.push({
        id: course.id,
        slug: course.slug,
        programmeCode: course.programmeCode,
        contentHash: sha256(COMPILER_VERSION, course.programmeCode, JSON.stringify(outline)),
        outline,
      });
    }
  } finally {
    await compiler.close();
  }
  return { courses, artifacts: [...artifacts.values()], refusals };
}

function isPartOf(file: string, courseFile: string): boolean {
  return file === courseFile || file.startsWith(courseFile.replace(/course\.yaml$/, ''));
}

function hashLesson(lesson: LessonFiles, readings: Record<string, string>) {
  const words = JSON.stringify(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1)));
  const images = lesson.images.flatMap(({ name, bytes }) => [name, sha256(bytes)]);
  return {
    lessonHash: sha256(COMPILER_VERSION, words, lesson.slug, lesson.source, ...images),
    quizHash: lesson.quiz && sha256(COMPILER_VERSION, words, lesson.meta.id, lesson.quiz.source),
  };
}

function sha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
