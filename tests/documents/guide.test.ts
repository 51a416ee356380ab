import { beforeAll, describe, expect, it } from 'vitest';
import { facilitatorNotes } from '../../src/classroom/notes.ts';
import { type Course, pagesOf, poolOf } from '../../src/course/course.ts';
import { formats } from '../../src/formats/index.ts';
import { builtCourse } from '../browser/built-course.ts';
import { hasPoppler } from '../ensure-office.mjs';
import { courseAt, made, paragraphs, printed, run, textOf, words } from './made.ts';

let course: Course;
let html: string;
let read: string;

beforeAll(async () => {
  course = await courseAt('course');
  html = textOf((await made('course', 'guide'))[0]);
  read = words(html);
});

const allNotes = () => pagesOf(course).flatMap((page) => facilitatorNotes(course, page));

describe('the facilitator guide', () => {
  it('has every facilitator note of the course, and no learner’s package has one', async () => {
    const notes = allNotes();
    expect(notes.length).toBeGreaterThanOrEqual(20);
    for (const note of notes.flatMap(paragraphs)) expect(read).toContain(note);
    for (const format of Object.values(formats)) {
      const files = [...(await builtCourse('course', format)).values()].map((one) =>
        words(new TextDecoder().decode(one)),
      );
      const leaked = notes.flatMap(paragraphs).filter((note) => files.some((file) => file.includes(note)));
      // An activity that a reference names as well is no secret.
      expect(
        leaked.filter((note) => !note.startsWith('Learning Activity')),
        format.name,
      ).toEqual([]);
    }
  });

  it('maps the lesson with the minutes and slides of every page', () => {
    const rows = [...html.matchAll(/<tr>\s*<th scope="row"><a href="#([^"]+)">.*?<\/tr>/gs)].map(
      ([row, id]) => [id, ...[...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell)],
    );
    expect(rows).toEqual(
      pagesOf(course).map(({ id, minutes, slides }) => [id, String(minutes), slides?.join(', ') ?? '–']),
    );
  });

  it('shows each of the eighteen slides once, as text in a small picture', () => {
    const shown = [...html.matchAll(/<figcaption>Slide (\d+)<\/figcaption>/g)].map(([, number]) =>
      Number(number),
    );
    expect(shown.sort((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    for (const { title } of course.slides ?? []) expect(read).toContain(title);
  });

  it('gives the activity its purpose, method, time, material and instructions', () => {
    const version = html.slice(html.indexOf('class="group-version"'));
    const terms = [...version.slice(0, version.indexOf('</section>')).matchAll(/<dt>(.*?)<\/dt>/g)];
    expect(terms.map(([, term]) => term)).toEqual(['Purpose', 'Method', 'Time', 'Material', 'Instructions']);
    expect(read).toContain('15 minutes');
    expect(read).toContain('Write every answer on a flipchart, without comment.');
  });

  it('has every question of the evaluation with what is right and why', () => {
    const questions = pagesOf(course).flatMap(({ assessment }) =>
      assessment ? poolOf(course, assessment) : [],
    );
    expect(questions.length).toBe(47);
    for (const question of questions) {
      expect(html).toContain(`id="${question.id}"`);
      for (const line of paragraphs(question.prompt)) expect(read).toContain(line);
      const { explanation } = question as { explanation?: string };
      for (const line of paragraphs(explanation ?? '')) expect(read).toContain(line);
    }
    expect(html.match(/<details(?! open)/g)).toBeNull();
  });

  it('names the optional activities, the references, and ends with the key messages', () => {
    for (const { title } of course.optionalActivities ?? []) expect(read).toContain(title);
    expect(course.optionalActivities?.length).toBe(3);
    const end = html.slice(html.indexOf('class="handout"'));
    expect(
      [...end.matchAll(/class="messages-number"[^>]*>(\d+)</g)].map(([, number]) => Number(number)),
    ).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  });

  it('stands alone: no file, no script and no other host is asked for', () => {
    expect(html).not.toMatch(/<script|<link rel="stylesheet"|<iframe|<video|<audio/);
    const sources = [...html.matchAll(/\s(?:src|poster)="([^"]*)"/g)].map(([, address]) => address ?? '');
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((address) => !address.startsWith('data:image/'))).toEqual([]);
    expect(html).not.toMatch(/url\((?!data:)/);
  });

  it('is the same, byte for byte, each time', async () => {
    expect(textOf((await made('course', 'guide'))[0])).toBe(html);
  });
});

describe('the same guide on paper', { timeout: 240_000 }, () => {
  it.skipIf(!hasPoppler())(
    'has heads, page numbers, an outline, and the pages of its contents right',
    async () => {
      const [file] = await made('course', 'guide');
      const pdf = await printed(file as NonNullable<typeof file>);
      const sheets = (await run('pdftotext', '-layout', pdf, '-')).split('\f').slice(0, -1);
      expect(sheets.length).toBeGreaterThan(20);
      const [cover = '', ...inner] = sheets;
      for (const [index, sheet] of inner.entries()) {
        expect(sheet).toMatch(/Women, Peace and Security +Facilitator guide/);
        expect(sheet).toContain(`${index + 2} / ${sheets.length}`);
      }
      const outline = await run('pdftohtml', '-xml', '-i', '-stdout', pdf);
      const entries = [...outline.matchAll(/<item page="(\d+)">(.*?)<\/item>/g)].map(([, page, title]) => ({
        page: Number(page),
        title: words(title ?? ''),
      }));
      for (const { title } of pagesOf(course)) {
        const at = entries.find((entry) => entry.title === title)?.page;
        expect(at, title).toBeGreaterThan(1);
        expect(cover.replace(/ +/g, ' '), title).toContain(`${title} ${at}`);
        expect(sheets[Number(at) - 1]).toContain(title);
      }
      const text = sheets.join(' ').replace(/\s+/g, ' ');
      for (const note of allNotes().flatMap(paragraphs)) expect(text).toContain(note.slice(0, 25));
    },
  );

  it.skipIf(!hasPoppler())('leaves the handout on two sheets at most', async () => {
    const [file] = await made('course', 'handout');
    expect(await run('pdfinfo', await printed(file as NonNullable<typeof file>))).toMatch(/Pages: +[12]\n/);
  });
});

describe('every type of block and question', () => {
  it('has its place in a guide', async () => {
    const full = await courseAt('tests/fixtures/full');
    const text = textOf((await made('tests/fixtures/full', 'guide'))[0]);
    for (const { type } of pagesOf(full).flatMap(({ blocks }) => blocks))
      expect(text).toContain(`data-block="${type}"`);
    expect(words(text)).toContain('On the learner’s screen only.');
  });
});
