/** Every part of Lesson 2.7 is in the course: row by row, with the numbers and names of the source. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outlineCourse } from '../../build/pipeline/outline-course.ts';
import { parseCourse } from '../../build/pipeline/parse-course.ts';
import { readCourse } from '../../build/pipeline/read-course.ts';
import type { Question } from '../../src/course/block.ts';
import { courseSchema, pagesOf, poolOf } from '../../src/course/course.ts';
import { walk } from '../../src/course/fields.ts';

const folder = join(import.meta.dirname, '../../course');
const parsed = parseCourse(await readCourse(folder, 'course'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
const { course, types } = parsed;
const { typed, fields } = walk(course, courseSchema, types);
const pages = pagesOf(course);
const page = (id: string) => pages.find((one) => one.id === id);
const blocks = pages.flatMap((one) => one.blocks);
const block = (id: string) =>
  blocks.find((one) => one.id === id) as unknown as Item & { items: Item[]; groups: Group[] };
const ofType = (type: string) => typed.filter(({ value }) => value.type === type).map(({ value }) => value);
const all = (value: unknown) => JSON.stringify(value);
const notes = [...pages, ...typed.map(({ value }) => value)].flatMap(
  (one) => (one as { notes?: string[] }).notes ?? [],
);

interface Item {
  readonly id?: string;
  readonly date?: string;
  readonly title: string;
  readonly text: string;
  readonly short?: string;
}
interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

describe('Lesson 2.7, part by part', () => {
  it('1–2: aim, relevance, and four outcomes that questions and pages serve', () => {
    expect(course.aim).toContain('Security Council');
    expect(course.outcomes.map(({ id }) => id)).toEqual([
      'sex-and-gender',
      'impact-of-conflict',
      'women-as-partners',
      'individual-action',
    ]);
    for (const { id } of course.outcomes)
      expect(
        pages.some(({ outcomes, assessment }) => !assessment && outcomes?.includes(id)),
        id,
      ).toBe(true);
    const names = Object.keys(types.question);
    const activities = typed.filter(
      ({ value }) => names.includes(String(value.type)) || value.type === 'sorting-activity',
    );
    expect(activities.filter(({ value }) => !value.outcome)).toEqual([]);
  });

  it('3: a lesson of at least 45 minutes', () => {
    expect(pages.reduce((sum, { minutes }) => sum + minutes, 0)).toBeGreaterThanOrEqual(45);
  });

  it('4: sixteen key messages, each once', () => {
    expect(ofType('key-message').map(({ number }) => number)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 1),
    );
  });

  it('5: the content of eighteen slides', () => {
    const slides = new Set(pages.flatMap((one) => one.slides ?? []));
    expect([...slides].sort((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  });

  it('6: every trainer tip as a facilitator note', () => {
    // What each of the 14 tips of the source is about, in the order of the source.
    const tips = [
      /introductory slides/,
      /2\.7 Learning Support/,
      /step by step, not all at once/,
      /childcare, politics, teaching, private business/,
      /translators or interpreters/,
      /ask what they think gender equality means/,
      /ECOSOC|1997/,
      /Lesson 2\.4/,
      /life change during and after/,
      /Lesson 2\.3/,
      /Show slide 10/,
      /poster/,
      /Gender analysis/,
      /sum up the lesson/,
    ];
    for (const tip of tips)
      expect(
        notes.some((note) => tip.test(note)),
        String(tip),
      ).toBe(true);
    expect(notes.length).toBeGreaterThanOrEqual(14);
  });

  it('7 and 21: the required activity with its classroom version, and the optional ones by name', () => {
    const [activity] = ofType('sorting-activity');
    expect(activity).toMatchObject({ number: '2.7.1', classroom: { minutes: 15 } });
    for (const name of [
      '2.7.2: *Impact of Conflict on Women and Girls*',
      '2.7.3: *Women, Peace, Power - 20 years of UNSCR 1325*',
      '2.7.4: *Equal Treatment – Unequal Results*',
    ])
      expect(
        notes.some((note) => note.includes(name)),
        name,
      ).toBe(true);
  });

  it('8: the core terms, defined and opened from running text', () => {
    const ids = ofType('definition').map(({ id }) => id);
    for (const id of ['sex', 'gender', 'gender-equality', 'gender-mainstreaming'])
      expect(ids).toContain(`definition-${id}`);
    const linked = fields.filter(({ value }) => /\]\(#definition-/.test(value));
    expect(linked.length).toBeGreaterThanOrEqual(10);
    expect(all(blocks)).toMatch(/Ancient Egypt/);
    expect(all(blocks)).toMatch(/Two hundred years ago/);
  });

  it('9–11: a reflection, the impact of conflict in two columns, the women of Liberia', () => {
    expect(ofType('reflection').length).toBeGreaterThanOrEqual(1);
    const titles = ofType('comparison').map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['During a conflict', 'After a conflict']));
    const liberia = all(block('case-liberia'));
    for (const fact of ['Liberia', '2003', 'Leymah Gbowee', 'Nobel Peace Prize', '2011'])
      expect(liberia).toContain(fact);
  });

  it('12: 35 per cent more likely to last at least 15 years, with its source', () => {
    expect(block('figure-lasting-peace')).toMatchObject({ value: '35 %', source: 'cptm-2025-lesson-2-7' });
    expect(block('figure-lasting-peace').text).toContain('15 years');
    expect(block('steps-greater-equality').items).toHaveLength(4);
  });

  it('13: eight instruments in the order of their years', () => {
    expect(
      block('timeline-instruments').items.map(({ date, title }) => [date, /\(([A-Z]+)\)/.exec(title)?.[1]]),
    ).toEqual([
      ['1948', 'UDHR'],
      ['1966', 'ICCPR'],
      ['1966', 'ICESCR'],
      ['1979', 'CEDAW'],
      ['1993', undefined],
      ['1995', undefined],
      ['1997', undefined],
      ['2000', undefined],
    ]);
    for (const name of [
      'Beijing Platform for Action',
      'ECOSOC',
      'Windhoek Declaration and Namibia Plan of Action',
    ])
      expect(all(block('timeline-instruments'))).toContain(name);
  });

  it('14: ten resolutions with their years and content', () => {
    expect(
      block('timeline-resolutions').items.map(
        ({ date, title }) => `${/^Resolution (\d+)/.exec(title)?.[1]} (${date})`,
      ),
    ).toEqual([
      '1325 (2000)',
      '1820 (2008)',
      '1888 (2009)',
      '1889 (2009)',
      '1960 (2010)',
      '2106 (2013)',
      '2122 (2013)',
      '2242 (2015)',
      '2467 (2019)',
      '2493 (2019)',
    ]);
    for (const { title, text } of block('timeline-resolutions').items)
      expect(text.length, title).toBeGreaterThan(60);
  });

  it('15–16: four pillars, four principles, parity, analysis, data by sex and age', () => {
    const titles = (id: string) => block(id).items.map(({ title }) => title);
    expect(titles('cards-pillars')).toEqual([
      'Participation',
      'Protection',
      'Prevention',
      'Relief and recovery',
    ]);
    expect(titles('cards-principles')).toEqual([
      'Accountability',
      'Inclusiveness',
      'Equality and non-discrimination',
      'Full, equal and meaningful participation of women',
    ]);
    const ids = ofType('definition').map(({ id }) => id);
    for (const id of ['gender-parity', 'gender-analysis', 'disaggregated-data'])
      expect(ids).toContain(`definition-${id}`);
  });

  it('17: partners, with abbreviations that are spelt out', () => {
    const items = block('list-partners').groups.flatMap((group) => group.items);
    expect(items.flatMap(({ short }) => short ?? [])).toEqual(['SRSG-SVC', 'UNFPA', 'UNDP', 'OHCHR']);
    expect(items).toHaveLength(13);
  });

  it('18: every role with its tasks, and a question that matches them', () => {
    const roles = block('accordion-roles').items;
    expect(roles.map(({ title }) => title)).toEqual([
      'Gender adviser',
      'Gender unit',
      'Gender or WPS focal points',
      'Women’s protection advisers',
      'Military gender adviser',
      'Military gender focal points',
      'Police gender adviser',
      'Police gender focal points',
      'Focal points for gender parity',
    ]);
    for (const field of ['DDR', 'SSR&G', 'mine action', 'POC', 'SGBV', 'CRSV', 'corrections'])
      expect(roles[1]?.text).toContain(field);
    expect(block('figure-engagement-teams')).toMatchObject({ value: '50 %' });
    expect(block('list-units').groups.flatMap((group) => group.items)).toHaveLength(9);
    expect(page('roles-in-the-mission')?.blocks.some(({ type }) => type === 'knowledge-check')).toBe(true);
  });

  it('19–20: six actions, a scenario in which all of them are chosen, and zero tolerance', () => {
    const actions = ['Consult', 'Promote', 'Observe', 'Investigate', 'Report', 'Behave'];
    expect(block('steps-actions').items.map(({ title }) => /\d\. (\w+)/.exec(title)?.[1])).toEqual(actions);
    const scenario = ofType('scenario').find(({ id }) => id === 'check-on-patrol') as unknown as {
      scenes: { choices?: { consequence: string }[]; grade?: number }[];
    };
    for (const action of actions) expect(all(scenario)).toContain(`**${action}`);
    const ends = scenario.scenes.filter(({ choices }) => !choices).map(({ grade }) => grade);
    expect(ends.sort()).toEqual([0, 0.5, 1]);
    expect(all(page('zero-tolerance'))).toMatch(/zero-tolerance/);
  });

  it('22: a closing page, and a content note on the first screen', () => {
    expect(page('closing')?.slides).toEqual([18]);
    expect(course.disclaimer).toContain('Content note');
  });

  it('23: an evaluation of ten from at least 24 questions over all outcomes and six types, passed with 80 per cent', () => {
    const assessment = pages.at(-1)?.assessment;
    if (!assessment) throw new Error('the last page has no assessment');
    const pool = poolOf(course, assessment) as readonly Question[];
    expect(pool.length).toBeGreaterThanOrEqual(24);
    expect(new Set(pool.map(({ type }) => type)).size).toBeGreaterThanOrEqual(6);
    for (const { id } of course.outcomes)
      expect(pool.filter(({ outcome }) => outcome === id).length, id).toBeGreaterThanOrEqual(6);
    expect(pool.filter((question) => !question.difficulty || !('explanation' in question))).toEqual([]);
    expect(
      pool.filter((question) => /zero.tolerance|exploit/i.test(all(question))).length,
    ).toBeGreaterThanOrEqual(2);
    expect(course.passMark).toBe(80);
    expect(outlineCourse(parsed).lessons[0]?.pages.at(-1)?.assessment).toMatchObject({
      draw: 10,
      balance: 'outcome',
    });
  });

  it('24: references to other lessons, the policy and the resource package', () => {
    const references = all(course.references);
    for (const one of [
      '2.3',
      '2.4',
      '2.6',
      '3.3',
      '3.4',
      'Resource Package',
      'Collecting and Utilizing Data',
      '2024',
    ])
      expect(references).toContain(one);
    expect(ofType('references')).toHaveLength(1);
  });

  it('is illustrated where a picture explains', () => {
    expect(ofType('image').length).toBeGreaterThanOrEqual(5);
  });
});
