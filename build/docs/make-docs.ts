/** The documentation as a site: files for any web server, or for a double click. */
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { formats } from '../../src/formats/index.ts';
import { commands } from '../cli/index.ts';
import { packageRoot } from '../package-root.ts';
import { buildPackage } from '../pipeline/build-package.ts';
import { renderGuide } from '../pipeline/markdown.ts';
import { type PackageFile, textFile } from '../pipeline/package-file.ts';
import { prepareTemplates, safe } from '../pipeline/templates.ts';
import { courseTheme } from '../pipeline/theme/course-theme.ts';
import { themeStyle } from '../pipeline/theme/theme-style.ts';
import { exampleCourse } from './example-course.ts';
import { commandsPage, courseFormatPage, typePage } from './made-pages.ts';
import { chapters, type SitePage, sitePages } from './site-map.ts';

const read = (path: string) => readFile(join(packageRoot, path), 'utf8');

/** @throws where a text or a template cannot be read, or the examples are no course any more */
export async function makeDocs(): Promise<PackageFile[]> {
  const [template, tokens, style] = await Promise.all(
    ['templates/docs/document.hbs', 'templates/theme/tokens.css', 'templates/docs/docs.css'].map(read),
  );
  const templates = prepareTemplates(new Map([['document', template ?? '']]), {});
  const pages = await Promise.all(
    sitePages.map(async (page) =>
      textFile(
        page.path,
        templates.fill('document', {
          title: page.title,
          isHome: page.path === 'index.html',
          home: toRoot(page.path),
          content: safe(await contentOf(page)),
          chapters: chapters.map(({ title, pages }) => ({
            title,
            isOpen: pages.includes(page),
            pages: pages.map((one) => ({
              title: one.title,
              href: posix.relative(posix.dirname(page.path), one.path),
              isCurrent: one === page,
            })),
          })),
        }),
      ),
    ),
  );
  const look = themeStyle(courseTheme({}), 'screen', (path) => path);
  return [...pages, textFile('docs.css', `${look}\n${tokens}\n${style}`), ...(await examples())];
}

async function contentOf(page: SitePage): Promise<string> {
  if ('source' in page) return renderGuide(await read(page.source), (href) => leadFrom(page, href));
  if (page.made === 'commands') return commandsPage(commands);
  if (page.made === 'course-format') return courseFormatPage();
  const [kind, type] = page.made.split('/') as ['block' | 'question', string];
  return typePage(kind, type, toRoot(page.path));
}

/** Where a link of a Markdown file leads in the site: to the page made of the file that it names. */
function leadFrom(page: SitePage & { source: string }, href: string): string | null {
  if (/^[a-z]+:/i.test(href) || href.startsWith('#')) return href;
  const [path = '', fragment] = href.split('#');
  const source = posix.join(posix.dirname(page.source), path).replace(/\/$/, '');
  const target = sitePages.find(
    (one) => 'source' in one && (one.source === source || one.source === `${source}/README.md`),
  );
  if (!target) return null;
  return posix.relative(posix.dirname(page.path), target.path) + (fragment ? `#${fragment}` : '');
}

const toRoot = (path: string) => '../'.repeat(path.split('/').length - 1);

/** Where the files that examples name are taken from. */
const gallery = 'tests/fixtures/full';

async function examples(): Promise<PackageFile[]> {
  const names = await readdir(join(packageRoot, gallery, 'media'));
  const media = await Promise.all(
    names
      .sort()
      .map(
        async (name) => [`media/${name}`, await readFile(join(packageRoot, gallery, 'media', name))] as const,
      ),
  );
  const built = await buildPackage(await exampleCourse(new Map(media)), formats.web);
  if (!built.ok)
    throw new Error(
      `The examples are no course: ${built.problems.map(({ pointer, message }) => `${pointer} ${message}`).join('\n')}`,
    );
  // The site is not an app that a reader installs.
  return built.files
    .filter(({ path }) => !/worker|manifest/.test(path))
    .map(({ path, content }) => ({ path: `examples/${path}`, content }));
}
