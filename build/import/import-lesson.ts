/** A lesson plan as a course folder and a report. Reads like a table of contents. */
import { formatProblem } from '../../src/course/problem.ts';
import { renderDocument } from '../pipeline/markdown.ts';
import { type PackageFile, textFile } from '../pipeline/package-file.ts';
import { parseCourse } from '../pipeline/parse-course.ts';
import type { HouseStyle } from './house-style.ts';
import { readLessonPlan } from './lesson-plan.ts';
import type { Part } from './part.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readText } from './read-text.ts';
import { type Remark, reportText } from './report.ts';

export interface LessonImport {
  /** course.json, pictures, and import-report.md. */
  readonly files: readonly PackageFile[];
  readonly remarks: readonly Remark[];
}

export const lessonEndings = ['docx', 'md', 'txt'] as const;

/** @param name of the file, with its ending */
export async function importLesson(
  name: string,
  content: Uint8Array,
  style: HouseStyle,
  language: string,
): Promise<LessonImport> {
  const { parts, pictures, remarks } = await readParts(name, content);
  const title = name.replace(/\.[^.]*$/, '');
  const lesson = readLessonPlan(parts, style, title, language);
  const course = textFile('course.json', `${JSON.stringify(lesson.course, null, 2)}\n`);
  const all = [...remarks, ...lesson.remarks, ...problemsOf([course, ...pictures])];
  return { files: [course, ...pictures, textFile('import-report.md', reportText(name, all))], remarks: all };
}

async function readParts(
  name: string,
  content: Uint8Array,
): Promise<{ parts: readonly Part[]; pictures: readonly PackageFile[]; remarks: readonly Remark[] }> {
  const text = () => new TextDecoder().decode(content);
  if (name.endsWith('.txt')) return { parts: readText(text()), pictures: [], remarks: [] };
  if (name.endsWith('.md')) {
    const parts = readHtml(renderDocument(text()));
    const images = parts.filter((part) => part.kind === 'image');
    return {
      parts: parts.filter((part) => part.kind !== 'image'),
      pictures: [],
      remarks: images.map(({ src, place }) => ({
        kind: 'left',
        place,
        message: `The picture ${src} is not in the text file: put it into the folder and add an image block.`,
      })),
    };
  }
  const { html, pictures, warnings } = await readDocx(content);
  const shown = pictures.filter(({ path }) => /\.(png|jpg|gif|svg|webp)$/.test(path));
  const lost = pictures.filter((picture) => !shown.includes(picture));
  return {
    parts: readHtml(html).filter(
      (part) => part.kind !== 'image' || shown.some(({ path }) => path === part.src),
    ),
    pictures: shown,
    remarks: [
      ...lost.map(
        ({ path }): Remark => ({
          kind: 'left',
          message: `${path} is in a form that browsers do not show: save it as PNG or SVG.`,
        }),
      ),
      ...warnings.map((message): Remark => ({ kind: 'left', message })),
    ],
  };
}

/** What the course says of itself is told in the report as well. */
function problemsOf(files: readonly PackageFile[]): Remark[] {
  const parsed = parseCourse({
    name: '.',
    files: new Map(files.map(({ path, content }) => [path, content])),
  });
  return parsed.problems.map((problem) => ({
    kind: 'left',
    message: formatProblem(problem).replace(/\n\s*/g, ' '),
  }));
}
