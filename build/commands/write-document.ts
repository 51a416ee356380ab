/** Makes a document of the trainer in all its forms, and prints it where a browser is installed. */
import { join } from 'node:path';
import { buildDocument } from '../documents/build-document.ts';
import type { DocumentFormat } from '../documents/document.ts';
import { printPdf } from '../documents/print-pdf.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import { kilobytes, type Made, type Place, writeWhole } from './place.ts';

/** @param browser program that prints; null where there is none: the HTML is left, and the line says so */
export async function writeDocument(
  course: CourseFolder,
  format: DocumentFormat,
  language: string,
  place: Place,
  browser: string | null,
): Promise<Made> {
  const built = await buildDocument(course, format, language);
  if (!built.ok) return built;
  if (built.files.length === 0)
    return { ...built, lines: [`no ${format.title}, because ${format.without}`], files: [] };
  const lines: string[] = [];
  const files: object[] = [];
  const write = async (name: string, content: Uint8Array, note: string) => {
    files.push({ path: await writeWhole(place, name, content), bytes: content.length });
    lines.push(`${join(place.named, name)}  ${kilobytes(content)}${note}`);
  };
  for (const { path, content, isPrinted } of built.files) {
    await write(path, content, isPrinted && !browser ? noBrowser : '');
    if (isPrinted && browser)
      await write(path.replace(/\.html$/, '.pdf'), await printPdf(browser, content), '');
  }
  return { ok: true, problems: built.problems, lines, files };
}

const noBrowser =
  '; no PDF, because no Chromium or Chrome was found: set CHROME_PATH to one, or print this from any browser';
