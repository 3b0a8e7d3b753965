import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { EDITIONS, type Edition } from '../lib/edition';
import { editionFile, editionOf } from './edition';
import {
  courseFile,
  helpLineFile,
  lessonFrontMatter,
  licencesFile,
  programmeFile,
  quizFile,
  readingsFile,
} from './library';
import type {
  CourseFiles,
  HelpLine,
  LessonEditionFiles,
  LessonFiles,
  Library,
  Licences,
  MediaFile,
  Programme,
  QuizFile,
} from './library';
import { readCourseEdition, readLessonEdition, readQuizEdition } from './read-edition.server';
import type { PracticeFiles } from './practice-file';
import { nextStepsFile } from './next-steps';
import { readMedia } from './media-files.server';
import { questionnaireFile, type Questionnaire } from './questionnaire';
import { isPracticeName, readPractices } from './read-practice.server';
import type { Problem, Refusal } from './refusal';
import { retentionFile } from './retention';
import { checkSource, SOURCE_LIMIT_BYTES, tooLarge } from './source-limits';
import { versionQuestionnaire } from './version-questionnaire.server';
import { normaliseSource, readYaml, splitFrontMatter, type Read } from './yaml-source';

const LICENCES = 'licences.yaml';
const IMAGE_LIMIT_BYTES = 300 * 1024;
const IMAGE_SIGNATURES: Record<string, (bytes: Buffer) => boolean> = {
  '.png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  '.jpg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  '.jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  '.webp': (bytes) =>
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
    bytes.subarray(8, 12).toString('latin1') === 'WEBP',
};

/**
 * Reads a content folder: `programmes/`, `questionnaires/`, `courses/`, `directory/`, `readings.yaml` and `retention.yaml`.
 * Of any other folder it takes the courses and lessons found in it, wherever they lie.
 */
export async function readLibrary(folder: string): Promise<Library> {
  const reader = new LibraryReader(folder);
  return reader.read();
}

type Entries = { files: string[]; folders: string[] };

class LibraryReader {
  private readonly refusals: Refusal[] = [];
  private readonly texts: Library['texts'] = [];
  private fileCount = 0;

  constructor(private readonly folder: string) {}

  async read(): Promise<Library> {
    const root = await this.list(this.folder);
    const isLibrary = ['programmes', 'courses', 'directory'].some((name) =>
      root.folders.includes(name),
    );
    const readings = root.files.includes('readings.yaml')
      ? await this.yaml(join(this.folder, 'readings.yaml'), readingsFile)
      : null;
    const retention = root.files.includes('retention.yaml')
      ? await this.yaml(join(this.folder, 'retention.yaml'), retentionFile)
      : null;
    const nextSteps = root.files.includes('next-steps.yaml')
      ? await this.yaml(join(this.folder, 'next-steps.yaml'), nextStepsFile)
      : null;
    const questionnaires =
      isLibrary && root.folders.includes('questionnaires') ? await this.questionnaires() : [];
    const programmes =
      isLibrary && root.folders.includes('programmes')
        ? await this.programmes(questionnaires)
        : [];
    const around = isLibrary ? null : await this.around();
    const directory =
      isLibrary && root.folders.includes('directory')
        ? await this.directory()
        : (around?.directory ?? []);
    const example =
      isLibrary && root.folders.includes('example')
        ? await this.lesson(join(this.folder, 'example'), 'lesson.mdx')
        : null;
    const courses = isLibrary
      ? root.folders.includes('courses')
        ? await this.courses()
        : []
      : await this.loose(this.folder, root);
    this.refuseDoubles(courses, directory);
    if (isLibrary) {
      for (const course of courses) this.refuseOutsideProgramme(course, programmes);
    } else if (this.fileCount === 0) {
      this.refuse(
        this.folder,
        1,
        '課のファイルが見つかりません',
        'course.yaml か lesson.mdx のあるフォルダーを指してください',
      );
    }
    return {
      programmes: programmes.sort((a, b) => a.position - b.position),
      questionnaires,
      courses,
      directory: directory.sort((a, b) => a.position - b.position),
      example,
      readings: readings?.ok ? readings.value : (around?.readings ?? {}),
      nextSteps: nextSteps?.ok ? nextSteps.value : null,
      retention: retention?.ok ? retention.value : null,
      texts: this.texts,
      fileCount: this.fileCount,
      refusals: this.refusals,
    };
  }

  /** For a folder inside a library: the help lines and readings its texts may rely on. */
  private async around(): Promise<Pick<Library, 'directory' | 'readings'> | null> {
    let folder = resolve(this.folder);
    for (let level = 0; level < 3; level++) {
      folder = dirname(folder);
      const reader = new LibraryReader(folder);
      const { files, folders } = await reader.list(folder);
      if (!folders.includes('directory') || !folders.includes('courses')) continue;
      const readings = files.includes('readings.yaml')
        ? await reader.yaml(join(folder, 'readings.yaml'), readingsFile)
        : null;
      return {
        directory: await reader.directory(),
        readings: readings?.ok ? readings.value : {},
      };
    }
    return null;
  }

  /** A course stands in a part of its programme, and takes as long as that part says. */
  private refuseOutsideProgramme(course: CourseFiles, programmes: Programme[]) {
    const { slug, programmeCode } = course;
    const programme = programmes.find(({ code }) => code === programmeCode);
    if (!programme)
      return this.refuse(
        course.file,
        1,
        `プログラム ${programmeCode} がありません`,
        `programmes/${programmeCode}.yaml を置くか、programme を直してください`,
      );
    const part = programme.parts.find(({ courses }) => courses.includes(slug));
    if (!part)
      return this.refuse(
        course.file,
        1,
        `プログラム ${programmeCode} のどの部分にもない講座です`,
        `programmes/${programmeCode}.yaml の parts に ${slug} を加えてください`,
      );
    const isAlone = part.take === 'one' || part.courses.length === 1;
    if (isAlone ? course.minutes !== part.minutes : course.minutes > part.minutes)
      this.refuse(
        course.file,
        1,
        `講座は ${course.minutes} 分、プログラムの「${part.name}」は ${part.minutes} 分です`,
        'どちらかの minutes を合わせてください',
      );
  }

  private async questionnaires(): Promise<Questionnaire[]> {
    const found: Questionnaire[] = [];
    for (const path of await this.yamlFiles(join(this.folder, 'questionnaires'))) {
      const file = await this.yaml(path, questionnaireFile);
      if (!file.ok) continue;
      if (file.value.code !== basename(path, '.yaml')) {
        this.refuseAt(
          path,
          file,
          ['code'],
          'code とファイル名が違います',
          'どちらかに合わせてください',
        );
      } else found.push(versionQuestionnaire(file.value));
    }
    return found;
  }

  private async programmes(questionnaires: Questionnaire[]): Promise<Programme[]> {
    const found: Programme[] = [];
    for (const path of await this.yamlFiles(join(this.folder, 'programmes'))) {
      const programme = await this.yaml(path, programmeFile);
      if (!programme.ok) continue;
      const { questionnaire: asked } = programme.value;
      if (asked && !questionnaires.some(({ code }) => code === asked)) {
        this.refuseAt(
          path,
          programme,
          ['questionnaire'],
          `問い ${asked} がありません`,
          `questionnaires/${asked}.yaml を置くか、この行を消してください`,
        );
      }
      if (programme.value.code !== basename(path, '.yaml')) {
        this.refuseAt(
          path,
          programme,
          ['code'],
          'code とファイル名が違います',
          'どちらかに合わせてください',
        );
      } else found.push(programme.value);
    }
    return found;
  }

  private async directory(): Promise<HelpLine[]> {
    const found: HelpLine[] = [];
    for (const path of await this.yamlFiles(join(this.folder, 'directory'))) {
      const line = await this.yaml(path, helpLineFile);
      if (line.ok) found.push(line.value);
    }
    return found;
  }

  private async courses(): Promise<CourseFiles[]> {
    const folder = join(this.folder, 'courses');
    const { files, folders } = await this.list(folder);
    for (const name of files)
      this.refuse(
        join(folder, name),
        1,
        'ここに置けるのはコースのフォルダーだけです',
        'このファイルを移すか消してください',
      );
    const found: CourseFiles[] = [];
    for (const name of folders) {
      const course = await this.course(join(folder, name));
      if (course) found.push(course);
    }
    return found;
  }

  /** Courses and lessons in a folder that is not a whole library. */
  private async loose(folder: string, entries: Entries): Promise<CourseFiles[]> {
    if (entries.files.includes('course.yaml')) {
      const course = await this.course(folder);
      return course ? [course] : [];
    }
    const found: CourseFiles[] = [];
    const lessons: LessonFiles[] = [];
    const texts = entries.files.filter((name) => extname(name) === '.mdx' && !editionOf(name));
    const isLesson = texts.length === 1 && texts[0] === 'lesson.mdx';
    for (const name of texts) {
      const lesson = await this.lesson(
        folder,
        name,
        isLesson
          ? entries
          : { files: [name], folders: entries.folders.filter((f) => ['images', 'media'].includes(f)) },
      );
      if (lesson) lessons.push(lesson);
    }
    if (texts.length === 0) {
      for (const name of entries.files.filter((file) => file === 'quiz.yaml'))
        await this.yaml(join(folder, name), quizFile);
    }
    if (lessons.length > 0) {
      const slug = basename(folder);
      found.push({
        id: `loose:${folder}`,
        slug,
        file: this.name(folder),
        programmeCode: '',
        title: slug,
        summary: '',
        forWhom: '',
        minutes: 1,
        lessons,
        editions: {},
      });
    }
    for (const name of entries.folders) {
      if (
        name === 'node_modules' ||
        name.startsWith('.') ||
        (['images', 'media'].includes(name) && texts.length > 0)
      )
        continue;
      found.push(...(await this.loose(join(folder, name), await this.list(join(folder, name)))));
    }
    return found;
  }

  private async course(folder: string): Promise<CourseFiles | null> {
    const { files, folders } = await this.list(folder);
    const path = join(folder, 'course.yaml');
    if (!files.includes('course.yaml')) {
      this.refuse(
        path,
        1,
        'course.yaml がありません',
        'コースの id・題名・課の順番を書いた course.yaml を置いてください',
      );
      return null;
    }
    for (const name of files)
      if (name !== 'course.yaml' && editionOf(name)?.original !== 'course.yaml')
        this.refuseStray(join(folder, name));
    const course = await this.yaml(path, courseFile);
    if (!course.ok) {
      // The lessons are read all the same, so that one slip does not hide the others.
      for (const name of folders) await this.lesson(join(folder, name), 'lesson.mdx');
      return null;
    }
    const { lessons: listed, programme, for_whom, ...rest } = course.value;
    const lessons: LessonFiles[] = [];
    for (const [i, name] of listed.entries()) {
      if (listed.indexOf(name) !== i)
        this.refuseAt(
          path,
          course,
          ['lessons', i],
          `課 ${name} が二度並んでいます`,
          '一つにしてください',
        );
      else if (!folders.includes(name))
        this.refuseAt(
          path,
          course,
          ['lessons', i],
          `課 ${name} のフォルダーがありません`,
          `${name}/lesson.mdx を置くか、lessons から消してください`,
        );
      else {
        const lesson = await this.lesson(join(folder, name), 'lesson.mdx');
        if (lesson) lessons.push(lesson);
      }
    }
    for (const name of folders) {
      if (!listed.includes(name))
        this.refuse(
          join(folder, name),
          1,
          'course.yaml の lessons にない課です',
          'lessons に加えるか、フォルダーを消してください',
        );
    }
    return {
      ...rest,
      slug: basename(folder),
      file: this.name(path),
      programmeCode: programme,
      forWhom: for_whom,
      lessons,
      editions: await this.courseEditions(folder, files, lessons),
    };
  }

  /** A lesson may lack an edition; an edition of lessons may not lack the course's own words. */
  private async courseEditions(folder: string, files: string[], lessons: LessonFiles[]) {
    const editions: CourseFiles['editions'] = {};
    const original = normaliseSource(await readFile(join(folder, 'course.yaml'), 'utf8'));
    for (const edition of EDITIONS) {
      const name = editionFile('course.yaml', edition);
      const path = join(folder, name);
      if (files.includes(name)) {
        const source = await this.text(path);
        const read = source === null ? null : readCourseEdition(source, original);
        if (read?.ok) editions[edition] = read.value;
        else if (read) this.add(path, read.problems);
      } else if (lessons.some((lesson) => lesson.editions[edition]))
        this.refuse(
          path,
          1,
          `${name} がありません`,
          'この版の題名（title・summary・for_whom）を書いて置いてください',
        );
    }
    return editions;
  }

  private async lesson(folder: string, name: string, given?: Entries): Promise<LessonFiles | null> {
    const entries = given ?? (await this.list(folder));
    const path = join(folder, name);
    if (!entries.files.includes(name)) {
      this.refuse(
        path,
        1,
        `${name} がありません`,
        'front matter と本文を書いた lesson.mdx を置いてください',
      );
      return null;
    }
    for (const file of entries.files)
      if (!isOfLesson(file, name)) this.refuseStray(join(folder, file));
    for (const other of entries.folders)
      if (other !== 'images' && other !== 'media') this.refuseStray(join(folder, other));
    const images = entries.folders.includes('images')
      ? await this.images(join(folder, 'images'))
      : [];
    const licences = entries.folders.includes('images')
      ? await this.licences(
          join(folder, 'images'),
          (await this.list(join(folder, 'images'))).files,
        )
      : {};
    const quiz = entries.files.includes('quiz.yaml')
      ? await this.quiz(join(folder, 'quiz.yaml'))
      : null;

    const source = await this.text(path);
    if (source === null) return null;
    const split = splitFrontMatter(source);
    if (!split.ok) {
      this.add(path, [split.problem]);
      return null;
    }
    const meta = readYaml(split.value.yaml, lessonFrontMatter, split.value.firstLine);
    if (!meta.ok) {
      this.add(path, meta.problems);
      return null;
    }
    const practices = await this.practices(folder, entries.files);
    const media = entries.folders.includes('media') ? await this.media(join(folder, 'media')) : [];
    const original = { source, meta: meta.value, quiz };
    const editions: LessonFiles['editions'] = {};
    for (const edition of EDITIONS) {
      const found = await this.lessonEdition(folder, entries.files, name, edition, original);
      if (found) editions[edition] = found;
    }
    const texts = [source, ...Object.values(editions).map((files) => files.source)];
    for (const file of media) {
      if (!texts.some((text) => text.includes(`"media/${file.name}"`)))
        this.refuse(
          file.path,
          1,
          '本文のどこにも置かれていません',
          '<Video> か <Audio> の src か captions に書くか、ファイルを消してください',
        );
    }
    return {
      slug: name === 'lesson.mdx' ? basename(folder) : basename(name, '.mdx'),
      file: this.name(path),
      source,
      body: split.value.body,
      meta: meta.value,
      images,
      quiz,
      media,
      licences,
      practices,
      editions,
    };
  }

  private async media(folder: string): Promise<MediaFile[]> {
    const { files, folders } = await this.list(folder);
    for (const name of folders) this.refuseStray(join(folder, name));
    const found: MediaFile[] = [];
    for (const name of files) {
      const path = join(folder, name);
      this.fileCount++;
      const read = await readMedia(path, name);
      if (read.ok) found.push(read.file);
      else this.add(path, read.problems);
    }
    return found;
  }

  /** Every picture has its line, and every line its picture. */
  private async licences(folder: string, files: string[]): Promise<Licences> {
    const path = join(folder, LICENCES);
    const pictures = files.filter((name) => name !== LICENCES);
    const read = files.includes(LICENCES) ? await this.yaml(path, licencesFile) : null;
    if (read && !read.ok) return {};
    const licences = read?.value ?? {};
    for (const name of pictures) {
      if (!Object.hasOwn(licences, name))
        this.refuse(
          join(folder, name),
          1,
          `画像の利用条件が ${LICENCES} にありません`,
          `${name}: { licence: 自作, by: 名前 } のように書き足してください`,
        );
    }
    for (const name of Object.keys(licences)) {
      if (!pictures.includes(name) && read)
        this.refuseAt(
          path,
          read,
          [name],
          `画像 ${name} がありません`,
          '名前を直すか、行を消してください',
        );
    }
    return licences;
  }

  private async practices(folder: string, files: string[]): Promise<PracticeFiles[]> {
    const texts: Parameters<typeof readPractices>[0] = [];
    for (const fileName of files.filter(isPracticeName)) {
      const source = await this.text(join(folder, fileName));
      if (source !== null) texts.push({ fileName, file: this.name(join(folder, fileName)), source });
    }
    const { practices, refusals } = readPractices(texts);
    this.refusals.push(...refusals);
    return practices;
  }

  private async lessonEdition(
    folder: string,
    files: string[],
    lessonName: string,
    edition: Edition,
    original: Pick<LessonFiles, 'source' | 'meta' | 'quiz'>,
  ): Promise<LessonEditionFiles | null> {
    const name = editionFile(lessonName, edition);
    const quizName = editionFile('quiz.yaml', edition);
    const hasQuiz = files.includes(quizName);
    if (!files.includes(name)) {
      if (hasQuiz)
        this.refuse(
          join(folder, quizName),
          1,
          `問いだけがあり、${name} がありません`,
          '同じ版の本文を先に置いてください',
        );
      return null;
    }
    const path = join(folder, name);
    const source = await this.text(path);
    const read = source === null ? null : readLessonEdition(source, original);
    if (read && !read.ok) this.add(path, read.problems);
    if (hasQuiz && !files.includes('quiz.yaml'))
      this.refuse(
        join(folder, quizName),
        1,
        '元の quiz.yaml がありません',
        '元の問いを先に置くか、このファイルを消してください',
      );
    const quiz =
      hasQuiz && original.quiz
        ? await this.quizEdition(join(folder, quizName), original.quiz)
        : null;
    if (source === null || !read?.ok) return null;
    return { file: this.name(path), source, ...read.value, quiz };
  }

  private async quizEdition(
    path: string,
    original: NonNullable<LessonFiles['quiz']>,
  ): Promise<LessonEditionFiles['quiz']> {
    const source = await this.text(path);
    if (source === null) return null;
    const read = readQuizEdition(source, original);
    if (read.ok) return { file: this.name(path), source, value: read.value };
    this.add(path, read.problems);
    return null;
  }

  private async quiz(
    path: string,
  ): Promise<{ file: string; source: string; value: QuizFile } | null> {
    const source = await this.text(path);
    if (source === null) return null;
    const quiz = readYaml(source, quizFile);
    if (quiz.ok) return { file: this.name(path), source, value: quiz.value };
    this.add(path, quiz.problems);
    return null;
  }

  private async images(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
    const { files, folders } = await this.list(folder);
    for (const name of folders) this.refuseStray(join(folder, name));
    const found: { name: string; bytes: Buffer }[] = [];
    for (const name of files.filter((file) => file !== LICENCES)) {
      const path = join(folder, name);
      const isOfItsKind = IMAGE_SIGNATURES[extname(name).toLowerCase()];
      this.fileCount++;
      const { size } = await lstat(path);
      if (!isOfItsKind || !/^[A-Za-z0-9_-]+\.[A-Za-z]+$/.test(name)) {
        this.refuse(
          path,
          1,
          '使える画像は png・jpg・webp で、名前は英数字だけです',
          '画像を書き出し直すか、名前を変えてください',
        );
      } else if (size > IMAGE_LIMIT_BYTES) {
        this.refuse(
          path,
          1,
          `画像が大きすぎます（${Math.ceil(size / 1024)} KB）`,
          `${IMAGE_LIMIT_BYTES / 1024} KB までに縮めてください`,
        );
      } else {
        const bytes = await readFile(path);
        if (isOfItsKind(bytes)) found.push({ name, bytes });
        else this.refuse(path, 1, '名前と中身の種類が違います', '画像を書き出し直してください');
      }
    }
    return found;
  }

  private refuseDoubles(courses: CourseFiles[], directory: HelpLine[]) {
    const owners = new Map<string, string>();
    const claim = (id: string, file: string) => {
      const owner = owners.get(id);
      if (owner !== undefined)
        this.refusals.push({
          file,
          line: 1,
          column: 1,
          reason: `id ${id} は ${owner} と同じです`,
          remedy: '新しい id を付けてください',
        });
      else owners.set(id, file);
    };
    for (const course of courses) {
      claim(course.id, course.file);
      for (const lesson of course.lessons) claim(lesson.meta.id, lesson.file);
    }
    for (const line of directory)
      claim(`directory/${line.id}`, this.name(join(this.folder, 'directory')));
  }

  private async yamlFiles(folder: string): Promise<string[]> {
    const { files, folders } = await this.list(folder);
    for (const name of folders) this.refuseStray(join(folder, name));
    return files
      .filter((name) => {
        if (extname(name) === '.yaml') return true;
        this.refuseStray(join(folder, name));
        return false;
      })
      .map((name) => join(folder, name));
  }

  private async yaml<T>(path: string, schema: z.ZodType<T>): Promise<Read<T>> {
    const source = await this.text(path);
    if (source === null) return { ok: false, problems: [] };
    const read = readYaml(source, schema);
    if (!read.ok) this.add(path, read.problems);
    return read;
  }

  /** The text of a file, or null after saying why it cannot be taken. */
  private async text(path: string): Promise<string | null> {
    this.fileCount++;
    const { size } = await lstat(path);
    if (size > SOURCE_LIMIT_BYTES) {
      this.add(path, [tooLarge(size)]);
      return null;
    }
    const source = normaliseSource(await readFile(path, 'utf8'));
    const problems = checkSource(source);
    this.add(path, problems);
    if (problems.length > 0) return null;
    this.texts.push({ file: this.name(path), source });
    return source;
  }

  /** Symbolic links are refused, so nothing outside the folder can be drawn in. */
  private async list(folder: string): Promise<Entries> {
    const entries: Entries = { files: [], folders: [] };
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name === '.gitkeep' || entry.name === '.DS_Store') continue;
      if (entry.isDirectory()) entries.folders.push(entry.name);
      else if (entry.isFile()) entries.files.push(entry.name);
      else
        this.refuse(
          join(folder, entry.name),
          1,
          'ふつうのファイルではありません',
          'リンクではなく、ファイルそのものを置いてください',
        );
    }
    entries.files.sort();
    entries.folders.sort();
    return entries;
  }

  private name(path: string): string {
    const near = relative(process.cwd(), path);
    return near.startsWith('..') || near === '' ? path : near;
  }

  private add(path: string, problems: Problem[]) {
    for (const problem of problems) this.refusals.push({ file: this.name(path), ...problem });
  }

  private refuse(path: string, line: number, reason: string, remedy: string) {
    this.add(path, [{ line, column: 1, reason, remedy }]);
  }

  private refuseAt<T>(
    path: string,
    read: Extract<Read<T>, { ok: true }>,
    at: PropertyKey[],
    reason: string,
    remedy: string,
  ) {
    this.add(path, [{ ...read.at(at), reason, remedy }]);
  }

  private refuseStray(path: string) {
    this.refuse(path, 1, 'ここに置けないファイルです', '名前を確かめるか、移してください');
  }
}

/** What may lie in the folder of a lesson: its text and questions, their editions, and practice conversations. */
function isOfLesson(file: string, lessonName: string): boolean {
  const original = editionOf(file)?.original ?? file;
  return original === lessonName || original === 'quiz.yaml' || isPracticeName(file);
}
