import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../build/diff/course-document.ts';
import { type BuiltPackage, buildPackage } from '../../build/pipeline/build-package.ts';
import { marked, tellSourcePassages } from '../../build/pipeline/source-passages.ts';
import { formats } from '../../src/formats/index.ts';
import { built as builtByCommand } from '../command/built.ts';
import { unzipped } from '../contracts/course-of.ts';
import { courseFolder } from '../documents/made.ts';

const root = join(import.meta.dirname, '../..');
const folder = await courseFolder('tests/fixtures/languages');
type Built = Extract<BuiltPackage, { readonly ok: true }>;
const built = async (format: keyof typeof formats, languages?: readonly string[]): Promise<Built> => {
  const result = await buildPackage(folder, formats[format], languages);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};

describe('a package of one translation', () => {
  let html: string;
  beforeAll(async () => {
    const french = await built('scorm12', ['fr']);
    expect(french.name).toBe('water_fr_v1.0.0_scorm12.zip');
    html = unzipped(french.files, 'index.html');
    const manifest = unzipped(french.files, 'imsmanifest.xml');
    expect(manifest).toContain(
      '<imsmd:title><imsmd:langstring xml:lang="fr">De l’eau potable</imsmd:langstring></imsmd:title>',
    );
    // A picture with words in it has one of its own.
    expect(french.files.map(({ path }) => path)).toContain('translations/fr/media/pot.svg');
    expect(french.files.map(({ path }) => path)).not.toContain('media/pot.svg');
  });

  it('speaks the language, and says of what is not translated in which it stands', () => {
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain(
      '<p>Faites bouillir l’eau <strong>une minute</strong>. Voir <a href="#filter">le filtre</a>.</p>',
    );
    expect(html).toContain(
      '<div lang="en" dir="ltr"><p>Let it cool. Nobody has translated this yet.</p></div>',
    );
    expect(html).toContain(
      '<li><span lang="en" dir="ltr"><em>Field manual</em>, Water office, 2024</span></li>',
    );
    expect(html).not.toMatch(/[\uFDD0\uFDD1]/);
  });

  it('accepts the answers of both languages', () => {
    const { outline } = readDocument('index.html', html) ?? {};
    expect(outline?.questions['gap-boil']?.key).toMatchObject({
      gaps: [{ id: '1', accepted: ['l’eau', 'de l’eau', 'water'] }],
    });
  });
});

describe('a package of all languages', () => {
  let all: Built;
  const outlineIn = (path: string) => readDocument(path, unzipped(all.files, path))?.outline;
  beforeAll(async () => {
    all = await built('scorm2004');
  });

  it('has a document for each and a door to them that reads without a script', () => {
    expect(all.name).toBe('water_en_fr_ar_v1.0.0_scorm2004.zip');
    const door = unzipped(all.files, 'index.html');
    for (const [language, name] of [
      ['en', 'English'],
      ['fr', 'Français'],
      ['ar', 'العربية'],
    ] as const) {
      expect(door).toMatch(
        new RegExp(
          `<a href="index.${language}.html" hreflang="${language}" lang="${language}" dir="(ltr|rtl)">${name}</a>`,
        ),
      );
      expect(unzipped(all.files, `index.${language}.html`)).toContain(`<html lang="${language}"`);
    }
    expect(unzipped(all.files, 'index.ar.html')).toContain(
      'lang="ar" dir="rtl" aria-current="true">العربية</a>',
    );
  });

  it('keeps ids, ledger and rules alike in each, so that the place is the same', () => {
    const [english, french, arabic] = ['en', 'fr', 'ar'].map((language) =>
      outlineIn(`index.${language}.html`),
    );
    for (const other of [french, arabic]) {
      expect(other?.ledger).toEqual(english?.ledger);
      expect(other?.lessons.map(({ pages }) => pages.map(({ id }) => id))).toEqual(
        english?.lessons.map(({ pages }) => pages.map(({ id }) => id)),
      );
      expect(other?.questions['q-minutes']).toEqual(english?.questions['q-minutes']);
    }
    expect(english?.questions['gap-boil']?.key).toMatchObject({
      gaps: [{ accepted: ['water', 'l’eau', 'de l’eau'] }],
    });
  });

  it('says its title in every language to the LMS', async () => {
    const metadata = unzipped(all.files, 'imsmanifest.xml');
    for (const [language, title] of [
      ['en', 'Safe water'],
      ['fr', 'De l’eau potable'],
      ['ar', 'مياه مأمونة'],
    ])
      expect(metadata).toContain(`<string language="${language}">${title}</string>`);
    const [cmi5, xapi] = await Promise.all([built('cmi5'), built('xapi')]);
    expect(unzipped(cmi5.files, 'cmi5.xml')).toContain('<langstring lang="ar">مياه مأمونة</langstring>');
    expect(unzipped(xapi.files, 'tincan.xml')).toContain('<name lang="fr">De l’eau potable</name>');
  });

  it('costs a package of one language nothing', async () => {
    const single = await built('scorm12', ['en']);
    const script = unzipped(single.files, 'player.js');
    expect(script).not.toContain('hreflang');
    expect(script).not.toContain('DisplayNames');
    expect(unzipped(single.files, 'index.html')).not.toContain('class="languages"');
  });
});

it.each([
  [`<h2 id="a">${marked('Title')}</h2>`, '<h2 id="a" lang="en" dir="ltr">Title</h2>'],
  [`<option value="b">${marked('One')}</option>`, '<option value="b" lang="en" dir="ltr">One</option>'],
  [`<li>${marked('One')}, 2</li>`, '<li><span lang="en" dir="ltr">One</span>, 2</li>'],
  [`<h2>1 ${marked('One')}</h2>`, '<h2>1 <span lang="en" dir="ltr">One</span></h2>'],
  [`<div>${marked('<p>One</p>')}</div>`, '<div><div lang="en" dir="ltr"><p>One</p></div></div>'],
  [`<img src="a.svg" alt="${marked('A')}" />`, '<img lang="en" src="a.svg" alt="A" />'],
  [`<title>${marked('One')}</title>`, '<title>One</title>'],
  [`<p>${marked('cut').slice(0, -1)}</p>`, '<p>cut</p>'],
])('says the language of %s', (html, told) => {
  expect(tellSourcePassages(html, 'en')).toBe(told);
});

describe('a translation with mistakes', () => {
  const course = 'tests/fixtures/broken/translation-not-well-formed';

  it('keeps nobody from building the other languages', async () => {
    const broken = await courseFolder(course);
    const english = await buildPackage(broken, formats.scorm12, ['en']);
    expect(english.ok).toBe(true);
    const french = await buildPackage(broken, formats.scorm12, ['fr']);
    expect(french.problems.map(({ file }) => file)).toEqual([`${broken.name}/translations/fr.xlf`]);
  });

  it('is told before anything is written, where all languages are built', async () => {
    const out = await mkdtemp(join(tmpdir(), 'coursewright-languages-'));
    const { code, err } = await builtByCommand(root, course, '--format', 'scorm12', '--out', out);
    expect([code, err.at(-1)]).toEqual([1, '1 mistake; nothing was written.']);
    expect(await readdir(out)).toEqual([]);
    await rm(out, { recursive: true });
  });
});
