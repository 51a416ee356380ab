/** What makes a course an app of the browser: its manifest, its icon, and the worker that keeps its files. */
import { createHash } from 'node:crypto';
import type { Course } from '../../src/course/course.ts';
import { directionOf } from '../../src/locales/direction.ts';
import { bundleWorker } from './bundle.ts';
import { byPath, type PackageFile, textFile } from './package-file.ts';
import { courseTheme } from './theme/course-theme.ts';
import type { Palette } from './theme/palette.ts';

/** @param files everything else of the package */
export async function webApp(course: Course, files: readonly PackageFile[]): Promise<PackageFile[]> {
  const { light } = courseTheme(course);
  const shown = [
    ...files,
    textFile('course.webmanifest', manifestOf(course, light)),
    textFile('icon.svg', iconOf(light)),
  ];
  const prefix = `coursewright/${course.id}/`;
  const worker = await bundleWorker({
    courseFiles: [...shown].sort(byPath).map(({ path }) => path.split('/').map(encodeURIComponent).join('/')),
    cachePrefix: prefix,
    cacheName: `${prefix}${hashOf(shown)}`,
  });
  return [...shown, textFile('worker.js', worker)];
}

/** Another name for every other content: a browser fetches a new version when it sees one. */
function hashOf(files: readonly PackageFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of [...files].sort(byPath))
    hash.update(`${path}\n${content.length}\n`).update(content);
  return hash.digest('hex').slice(0, 16);
}

function manifestOf({ title, description, language }: Course, { accent, paper }: Palette): string {
  const manifest = {
    id: './',
    name: title,
    short_name: title.length > 30 ? `${title.slice(0, 29)}…` : title,
    description,
    lang: language,
    dir: directionOf(language),
    start_url: './index.html',
    scope: './',
    display: 'standalone',
    theme_color: accent,
    background_color: paper,
    icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** An open book, in the theme's accent. */
const iconOf = ({ accent, paper }: Palette) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="96" fill="${accent}"/><path d="M256 160c-40-28-92-36-136-32v224c44-4 96 4 136 32 40-28 92-36 136-32V128c-44-4-96 4-136 32zm0 0v224" fill="none" stroke="${paper}" stroke-width="24" stroke-linejoin="round"/></svg>\n`;
