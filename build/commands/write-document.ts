/** Makes a document of the trainer in all its forms, and prints it where a browser is installed. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import { buildDocument } from '../documents/build-document.ts';
import type { DocumentFormat } from '../documents/document.ts';
import { printPdf } from '../documents/print-pdf.ts';
import type { CourseFolder } from '../pipeline/read-course.ts';
import type { Made, Written } from './made.ts';
import { kilobytes, type Place, writeWhole } from './place.ts';

/**
 * @param language of the document
 * @param browser program that prints; null where there is none: the HTML is left, and the line says so
 */
export async function writeDocument(
  course: CourseFolder,
  format: DocumentFormat,
  language: string,
  place: Place,
  browser: string | null,
  cache: Cache,
): Promise<Made> {
  const built = await buildDocument(course, format, language, cache);
  if (!built.ok) return built;
  if (built.files.length === 0)
    return { ...built, files: [], without: `no ${format.title}, because ${format.without}` };
  const files: Written[] = [];
  const write = async (name: string, content: Uint8Array, note: string) => {
    files.push({
      path: writeWhole(place, name, content),
      bytes: content.length,
      fingerprint: fingerprintOf(content),
      parts: [],
      line: `${join(place.named, name)}  ${kilobytes(content)}${note}`,
      facts: {},
    });
  };
  for (const { path, content, isPrinted } of built.files) {
    await write(path, content, isPrinted && !browser ? noBrowser : '');
    if (isPrinted && browser)
      await write(path.replace(/\.html$/, '.pdf'), await printedOnce(browser, content, cache), '');
  }
  return { ok: true, problems: built.problems, files };
}

/** Printing takes longer than all the rest: what was printed by this browser is not printed again. */
async function printedOnce(browser: string, html: Uint8Array, cache: Cache): Promise<Uint8Array> {
  const program = await stat(browser);
  const key = [browser, program.size, program.mtimeMs, fingerprintOf(html)].join(' ');
  const before = (await cache.recall('pdf', key)) as Uint8Array | null;
  if (before) return before;
  const pdf = await printPdf(browser, html);
  await cache.keep('pdf', key, pdf);
  return pdf;
}

const noBrowser =
  '; no PDF, because no Chromium or Chrome was found: set CHROME_PATH to one, or print this from any browser';
