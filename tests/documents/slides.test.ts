import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facilitatorNotes } from '../../src/classroom/notes.ts';
import { type Course, pagesOf } from '../../src/course/course.ts';
import { launchChromium } from '../browser/chromium.ts';
import { findLibreOffice, hasPoppler } from '../ensure-office.mjs';
import { unzip } from '../packages/unzip.ts';
import { courseAt, made, paragraphs, run, textOf, words } from './made.ts';

let course: Course;
let bytes: Uint8Array;
let parts: ReadonlyMap<string, Uint8Array>;
let html: string;

beforeAll(async () => {
  course = await courseAt('course');
  const [deck, page] = await made('course', 'slides');
  bytes = deck?.content ?? new Uint8Array();
  parts = await unzip(bytes);
  html = textOf(page);
});

const part = (path: string) => new TextDecoder().decode(parts.get(path));
const slide = (number: number) => part(`ppt/slides/slide${number}.xml`);
const texts = (xml: string) =>
  words([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(' '));
const numbers = Array.from({ length: 18 }, (_, index) => index + 1);

describe('the deck for PowerPoint', () => {
  it('has the eighteen slides of the lesson, each with its title and text as text', () => {
    expect([...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(18);
    for (const { number, title, text, columns = [] } of course.slides ?? []) {
      const shape = /<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(slide(number))?.[0] ?? '';
      expect(texts(shape)).toBe(title);
      for (const line of [text ?? '', ...columns.map((one) => one.text)].flatMap(paragraphs))
        expect(texts(slide(number)).replace(/\s+/g, '')).toContain(line.replace(/\s+/g, ''));
    }
  });

  it('makes lists of lists, and pictures only of pictures', () => {
    expect(slide(10).match(/<a:buChar /g)).toHaveLength(8);
    expect(slide(17).match(/<a:buAutoNum type="arabicPeriod"/g)).toHaveLength(6);
    const pictures = [...parts.keys()].filter((path) => path.startsWith('ppt/media/'));
    expect(pictures).toHaveLength(3);
    for (const path of pictures) expect([...(parts.get(path) ?? []).slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  });

  it('says the properties of a paragraph once, before its text', () => {
    for (const [path, content] of parts) {
      if (!/^ppt\/(slides|notesSlides)\/[^/]*\.xml$/.test(path)) continue;
      for (const [, inner = ''] of new TextDecoder().decode(content).matchAll(/<a:p>(.*?)<\/a:p>/gs))
        expect(inner.lastIndexOf('<a:pPr'), path).toBeLessThanOrEqual(0);
    }
  });

  it('says what its pictures show, and reads title first, picture last', () => {
    for (const { number, image } of course.slides ?? []) {
      const xml = slide(number);
      expect(xml.includes('<p:pic>')).toBe(image !== undefined);
      if (image) expect(words(/<p:cNvPr [^>]*descr="([^"]*)"/.exec(xml)?.[1] ?? '')).toBe(image.alt);
      expect(xml.indexOf('type="title"')).toBeLessThan(xml.indexOf('type="body"'));
      if (image) expect(xml.indexOf('<p:pic>')).toBeGreaterThan(xml.lastIndexOf('type="body"'));
    }
  });

  it('has every facilitator note of the course in its speaker notes, as many times as the course has it', () => {
    const spoken = numbers.map((number) => texts(part(`ppt/notesSlides/notesSlide${number}.xml`))).join(' ');
    const notes = pagesOf(course).flatMap((page) => facilitatorNotes(course, page));
    expect(notes.length).toBeGreaterThanOrEqual(20);
    for (const note of notes.flatMap(paragraphs)) expect(spoken).toContain(note);
    expect(spoken).toContain('Write every answer on a flipchart, without comment.');
    for (let number = 1; number <= 16; number += 1)
      expect(spoken.match(new RegExp(`Key message ${number}\\.`, 'g'))).toHaveLength(1);
  });

  it('names only parts that are there, each of a type that is declared', () => {
    for (const [path, content] of parts) {
      if (!path.endsWith('.rels')) continue;
      const base = path.replace(/_rels\/[^/]*$/, '');
      for (const [, target = ''] of new TextDecoder().decode(content).matchAll(/Target="([^"]*)"/g)) {
        const named = target.startsWith('/')
          ? target.slice(1)
          : new URL(target, `zip:///${base}`).pathname.slice(1);
        expect(parts.has(named), `${path}: ${target}`).toBe(true);
      }
    }
    const types = part('[Content_Types].xml');
    const typed = [...types.matchAll(/(?:Extension|PartName)="\/?([^"]*)"/g)].map(([, name]) => name);
    for (const path of parts.keys())
      if (path !== '[Content_Types].xml')
        expect(typed.includes(path) || typed.includes(path.split('.').at(-1)), path).toBe(true);
  });

  it('is the same, byte for byte, each time', async () => {
    const [again] = await made('course', 'slides');
    expect(Buffer.compare(Buffer.from(again?.content ?? []), Buffer.from(bytes))).toBe(0);
  });

  it('is mirrored for a language that is read from the right', async () => {
    const [deck] = await made('tests/fixtures/arabic', 'slides');
    const arabic = await unzip(deck?.content ?? new Uint8Array());
    const xml = new TextDecoder().decode(arabic.get('ppt/slides/slide1.xml'));
    expect(xml).toMatch(/<a:pPr [^>]*algn="r"[^>]*rtl="1"|<a:pPr [^>]*rtl="1"[^>]*algn="r"/);
    expect(xml).toContain('lang="ar"');
    // The first column stands on the right.
    const [, first, second] = [...xml.matchAll(/type="(?:title|body)".*?<a:off x="(\d+)"/gs)].map(([, x]) =>
      Number(x),
    );
    expect(first).toBeGreaterThan(Number(second));
  });
});

describe('the deck in LibreOffice', { timeout: 400_000 }, () => {
  it.skipIf(!findLibreOffice() || !hasPoppler())(
    'opens, and shows every slide with nothing beyond its edges',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'coursewright-'));
      await writeFile(join(folder, 'deck.pptx'), bytes);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      await run(
        String(findLibreOffice()),
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'deck.pptx'),
      );
      const sheets = (await run('pdftotext', join(folder, 'deck.pdf'), '-')).split('\f').slice(0, -1);
      expect(sheets).toHaveLength(18);
      for (const { number, title } of course.slides ?? [])
        expect(sheets[number - 1]?.replace(/\s+/g, ' ')).toContain(title);
      await run('pdftoppm', '-r', '40', '-png', join(folder, 'deck.pdf'), join(folder, 'slide'));
      const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
      expect(pictures).toHaveLength(18);
      for (const picture of pictures) {
        const { title, body, bottom } = await inkOf(join(folder, picture));
        expect(title, picture).toBeGreaterThan(0.01);
        expect(body, picture).toBeGreaterThan(0.005);
        expect(bottom, picture).toBe(0);
      }
    },
  );
});

/** The share of dark pixels in the title, in the body, and in the strip below it that stays empty. */
async function inkOf(path: string): Promise<{ title: number; body: number; bottom: number }> {
  const image = await loadImage(await readFile(path));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const share = (x: number, y: number, w: number, h: number) => {
    const [left, top] = [Math.round(x * image.width), Math.round(y * image.height)];
    const [width, height] = [Math.round(w * image.width), Math.round(h * image.height)];
    const { data } = context.getImageData(left, top, width, height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (Number(data[at]) < 140) dark += 1;
    return dark / (width * height);
  };
  return {
    title: share(0.04, 0.08, 0.9, 0.12),
    body: share(0.04, 0.22, 0.9, 0.68),
    bottom: share(0.04, 0.95, 0.8, 0.04),
  };
}

describe('the same deck in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const open = async (text: string, options: Parameters<Browser['newPage']>[0] = {}) => {
    const path = join(await mkdtemp(join(tmpdir(), 'coursewright-')), 'slides.html');
    await writeFile(path, text);
    const page = await browser.newPage(options);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => asked.push(error.message));
    await page.goto(pathToFileURL(path).href);
    return { page, asked };
  };

  it('turns by keyboard and clicker, keeps its place in the address, and asks for nothing else', async () => {
    const { page, asked } = await open(html);
    const shown = () => page.locator('.show-slide:visible h2').allTextContents();
    expect(await shown()).toEqual(['Women, Peace and Security']);
    for (const key of ['ArrowRight', 'PageDown', ' ']) await page.keyboard.press(key);
    expect(await shown()).toEqual(['Sex and gender']);
    expect(page.url()).toContain('#slide-4');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(['To take with you']);
    await page.keyboard.press('Home');
    await page.keyboard.press('n');
    expect(await page.locator('.show-notes:visible').textContent()).toContain(
      'Begin with the introductory slides',
    );
    await page.keyboard.press('o');
    expect(await page.locator('.show-slide:visible').count()).toBe(18);
    await page.locator('#slide-7').click();
    expect(await shown()).toEqual(['Impact of conflict on women and girls']);
    expect(asked.filter((url) => !url.startsWith('data:') && !url.endsWith('slides.html'))).toEqual([]);
    await page.close();
  });

  it('keeps the show and the presenter’s window together', async () => {
    const { page } = await open(html);
    const [presenter] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')]);
    await presenter.waitForSelector('[data-view="presenter"]');
    expect(await presenter.locator('.show-slide:visible h2').allTextContents()).toEqual([
      'Women, Peace and Security',
      'What you can do afterwards',
    ]);
    await presenter.keyboard.press('PageDown');
    await page.waitForSelector('#slide-2[data-current]');
    await page.keyboard.press('PageDown');
    await presenter.waitForSelector('#slide-3[data-current]');
    await page.close();
  });

  it('reads as a document without a script, and from the right in Arabic', async () => {
    const { page } = await open(html, { javaScriptEnabled: false });
    expect(await page.locator('.show-slide:visible').count()).toBe(18);
    await page.close();
    const arabic = textOf((await made('tests/fixtures/arabic', 'slides'))[1]);
    const mirrored = await open(arabic);
    const [first, second] = await mirrored.page
      .locator('.slide-columns > div')
      .evaluateAll((columns) => columns.map((one) => one.getBoundingClientRect().left));
    expect(first).toBeGreaterThan(Number(second));
    await mirrored.page.close();
  });
});
