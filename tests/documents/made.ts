/** A document of the trainer as the command makes it, and what the tools of other people read in it. */
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDocument } from '../../build/documents/build-document.ts';
import type { DocumentFile } from '../../build/documents/document.ts';
import { documents } from '../../build/documents/index.ts';
import { printPdf } from '../../build/documents/print-pdf.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { type CourseFolder, readCourse } from '../../build/pipeline/read-course.ts';
import type { Course } from '../../src/course/course.ts';
import { findChromium } from '../ensure-chromium.mjs';

const root = join(import.meta.dirname, '../..');

/** @param path from the repository's root */
export const courseFolder = (path: string): Promise<CourseFolder> => readCourse(join(root, path), path);

export async function courseAt(path: string): Promise<Course> {
  const parsed = parseCourse(await courseFolder(path));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.course;
}

export async function made(path: string, name: keyof typeof documents): Promise<readonly DocumentFile[]> {
  const built = await buildDocument(await courseFolder(path), documents[name]);
  if (!built.ok) throw new Error(JSON.stringify(built.problems, null, 2));
  return built.files;
}

export const textOf = (file: DocumentFile | undefined): string => new TextDecoder().decode(file?.content);

/** The document printed by a real browser, as a file for tools that read PDFs. */
export async function printed(file: DocumentFile): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'coursewright-')), 'printed.pdf');
  await writeFile(path, await printPdf(String(findChromium()), file.content));
  return path;
}

export function run(program: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile(program, args, { maxBuffer: 50e6, timeout: 120_000 }, (error, out) =>
      error ? reject(error) : resolve(out),
    ),
  );
}

/** The words of a text, whatever its markup and the breaks of its lines. */
export const words = (text: string): string =>
  text
    .replace(/<(style|title)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** The words of Markdown, one entry a paragraph or list item. */
export const paragraphs = (markdown: string): string[] =>
  markdown
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*([-*]|\d+\.|#+) +/, '')
        .replace(/[*_]/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .trim(),
    )
    .filter(Boolean);
