import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anticipatedIn as anticipatedText } from '../../src/questions/fill-in/grade.ts';
import { isAccepted } from '../../src/questions/folding.ts';
import { type QuestionType, questionTypes } from '../../src/questions/index.ts';
import type { Response } from '../../src/questions/logic.ts';
import { anticipatedIn as anticipatedNumber } from '../../src/questions/numeric/grade.ts';
import { readNumber } from '../../src/questions/numeric/read-number.ts';
import { bestWay, pathOf } from '../../src/questions/scenario/path.ts';
import { scramble } from '../../src/questions/sequencing/scramble.ts';

const example = async (type: string) =>
  JSON.parse(await readFile(join(import.meta.dirname, '../../src/questions', type, 'example.json'), 'utf8'));

/** What answers each example in full. */
const full: Readonly<Record<string, Response>> = {
  cloze: ['1=pressure', '2=filter'],
  'fill-in': ['check valve'],
  hotspot: ['a'],
  matching: ['1a', '2b'],
  'multiple-choice': ['a', 'b'],
  numeric: ['6'],
  scenario: ['a1'],
  sequencing: ['c', 'a', 'b'],
  'single-choice': ['a'],
  sorting: ['1a', '2b'],
  'true-false': ['t'],
};
/** Where the order of an answer means something. */
const ordered = ['sequencing', 'fill-in', 'numeric', 'free-text', 'likert'];

describe.each(Object.entries(questionTypes as Readonly<Record<string, QuestionType>>))('%s', (name, type) => {
  const tokens = fc.array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'b',
        'c',
        't',
        'f',
        '1a',
        '1b',
        '2a',
        '2b',
        'a1',
        'a2',
        '1=pressure',
        '2=filter',
        '6',
      ),
      fc.string({ maxLength: 12 }),
    ),
  );

  it('earns between 0 and 1, whatever is answered', async () => {
    const key = (await example(name)) as never;
    fc.assert(
      fc.property(tokens, (response) => {
        const grade = type.grade(key, response);
        expect(grade).toBeGreaterThanOrEqual(0);
        expect(grade).toBeLessThanOrEqual(1);
        // A gap is filled once.
        const once = [...new Map(response.map((token) => [/^.=/.exec(token)?.[0] ?? token, token])).values()];
        if (!ordered.includes(name)) expect(type.grade(key, [...once].reverse())).toBe(type.grade(key, once));
      }),
    );
  });

  it('earns 1 for the full answer and 0 for none, or is never scored', async () => {
    const key = (await example(name)) as never;
    expect(type.grade(key, [])).toBe(0);
    if (type.isUnscored) expect(full[name]).toBeUndefined();
    else expect(type.grade(key, full[name] ?? [])).toBe(1);
  });

  it('is not graded otherwise when what there is to choose stands in another order', async () => {
    const question = await example(name);
    const lists = [
      'options',
      'areas',
      'statements',
      'targets',
      'gaps',
      ...(name === 'matching' ? ['items'] : []),
    ];
    const reversed = Object.fromEntries(
      Object.entries(question).map(([field, value]) => [
        field,
        lists.includes(field) && Array.isArray(value) ? [...value].reverse() : value,
      ]),
    );
    fc.assert(
      fc.property(tokens, (response) => {
        expect(type.grade(reversed as never, response)).toBe(type.grade(question as never, response));
      }),
    );
  });

  it('says how long its longest answer is', async () => {
    const key = (await example(name)) as never;
    const length = (response: Response) => response.join('-').length;
    expect(length(type.fullest(key))).toBeGreaterThanOrEqual(length(full[name] ?? []));
  });
});

describe('a typed answer', () => {
  it.each([
    ['  Check   VALVE ', {}, true],
    ['chéck valve', {}, true],
    ['chéck valve', { accentSensitive: true }, false],
    ['Check valve', { caseSensitive: true }, false],
    ['valve', {}, false],
    ['', {}, false],
  ])('"%s" with %o is right: %s', (text, folding, isRight) => {
    expect(isAccepted(text, ['check valve'], folding)).toBe(isRight);
  });

  it('is known in any script, and with any apostrophe', () => {
    expect(isAccepted('ÉQUITÉ', ['equite'], {})).toBe(true);
    expect(isAccepted('women’s rights', ["women's rights"], {})).toBe(true);
    expect(isAccepted('السلام', ['السلام'], {})).toBe(true);
    expect(isAccepted('和平', ['和平'], {})).toBe(true);
  });
});

it.each([
  ['35', 35],
  [' 35,5 ', 35.5],
  ['−4.25', -4.25],
  ['1 250 000', 1_250_000],
  ["1'250,5", 1250.5],
  ['.5', 0.5],
  ['1 2', null],
  ['35 %', null],
  ['many', null],
  ['', null],
  ['1e9', null],
])('reads the number "%s" as %s', (text, number) => expect(readNumber(text)).toBe(number));

describe('partial credit', () => {
  it('is the share of what is right', async () => {
    const { matching, sorting, cloze } = questionTypes;
    expect(matching.grade(await example('matching'), ['1a', '2c'])).toBe(0.5);
    expect(sorting.grade(await example('sorting'), ['1a', '2a'])).toBe(0.5);
    expect(cloze.grade(await example('cloze'), ['1= PRESSURE', '2=drain'])).toBe(0.5);
  });

  it('is not given for an order or a set that is not whole', async () => {
    const { sequencing, hotspot } = questionTypes;
    expect(sequencing.grade(await example('sequencing'), ['c', 'b', 'a'])).toBe(0);
    expect(hotspot.grade(await example('hotspot'), ['a', 'b'])).toBe(0);
  });
});

describe('partial credit that the author asks for', () => {
  const grade = async (type: 'multiple-choice' | 'hotspot' | 'sequencing', response: Response) =>
    questionTypes[type].grade({ ...(await example(type)), partialCredit: true } as never, response);

  it('takes wrong choices back from right ones, and nothing below 0', async () => {
    expect(await grade('multiple-choice', ['a', 'b'])).toBe(1);
    expect(await grade('multiple-choice', ['a'])).toBe(0.5);
    expect(await grade('multiple-choice', ['a', 'b', 'c'])).toBe(0.5);
    expect(await grade('multiple-choice', ['c'])).toBe(0);
    expect(await grade('multiple-choice', ['a', 'c'])).toBe(0);
    expect(await grade('hotspot', ['a', 'b'])).toBe(0);
  });

  it('counts the steps of an order, so that one thing out of place does not cost the rest', async () => {
    expect(await grade('sequencing', ['c', 'a', 'b'])).toBe(1);
    expect(await grade('sequencing', ['a', 'b', 'c'])).toBe(0.5);
    expect(await grade('sequencing', ['b', 'a', 'c'])).toBe(0);
    expect(await grade('sequencing', ['a', 'a', 'b'])).toBe(0);
    expect(await grade('sequencing', ['c', 'a'])).toBe(0);
  });

  it('stays between 0 and 1, whatever is answered', async () => {
    for (const type of ['multiple-choice', 'hotspot', 'sequencing'] as const) {
      const key = { ...(await example(type)), partialCredit: true } as never;
      fc.assert(
        fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'zz')), (response) => {
          const earned = questionTypes[type].grade(key, response);
          expect(earned).toBeGreaterThanOrEqual(0);
          expect(earned).toBeLessThanOrEqual(1);
        }),
      );
    }
  });
});

describe('a number', () => {
  it('is right near enough to the answer, or within the range', () => {
    const { grade } = questionTypes.numeric;
    expect(grade({ answer: 35 }, ['35'])).toBe(1);
    expect(grade({ answer: 35 }, ['35.1'])).toBe(0);
    expect(grade({ answer: 35, tolerance: 0.5 }, ['34,5'])).toBe(1);
    expect(grade({ min: 30, max: 40 }, ['٣٥'])).toBe(1);
    expect(grade({ min: 30, max: 40 }, ['۴۱'])).toBe(0);
    expect(grade({ min: 2, max: 3 }, ['٢٫٥'])).toBe(1);
  });
});

describe('a wrong answer that the author expected', () => {
  it('is known again as typed answers and numbers are', () => {
    const anticipated = [{ answers: ['valve', 'a valve'] }, { answers: ['pump'] }];
    const key = { accepted: ['check valve'], anticipated };
    const texts = ['  A Valve', 'PUMP', 'check valve', 'drain', ''];
    expect(texts.map((text) => anticipatedText(key, text))).toEqual([0, 1, -1, -1, -1]);
    const number = { answer: 6, anticipated: [{ min: 50, max: 70 }, { answer: 0 }] };
    expect(['60', '0', '6', 'x'].map((text) => anticipatedNumber(number, text))).toEqual([0, 1, -1, -1]);
  });
});

describe('a scenario', () => {
  const key = {
    scenes: [
      {
        id: 'a',
        choices: [
          { id: '1', next: 'b' },
          { id: '2', next: 'd' },
        ],
      },
      {
        id: 'b',
        choices: [
          { id: '1', next: 'c' },
          { id: '2', next: 'd' },
        ],
      },
      { id: 'c', grade: 0.5 },
      { id: 'd' },
    ],
  };

  it('earns what its end earns, and nothing before it', () => {
    const { grade } = questionTypes.scenario;
    expect([['a1'], ['a1', 'b1'], ['a1', 'b2'], ['a2'], ['b1']].map((steps) => grade(key, steps))).toEqual([
      0, 0.5, 1, 1, 0,
    ]);
  });

  it('is followed as far as the choices fit', () => {
    expect(pathOf(key, ['a1', 'c9', 'zz']).scenes.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('has a longest way, and a right one that is the shortest to a best end', () => {
    expect(questionTypes.scenario.fullest(key)).toEqual(['a1', 'b1']);
    expect(questionTypes.scenario.interaction(key, ['a1', 'b1'])).toEqual({
      type: 'performance',
      response: [
        ['a', '1'],
        ['b', '1'],
      ],
      correct: [['a', '2']],
    });
  });

  it('of thirty scenes that all meet again is looked through at once', () => {
    const scenes = Array.from({ length: 29 }, (_, index) => ({
      id: index.toString(36),
      choices: ['1', '2', '3'].map((id) => ({ id, next: (index + 1).toString(36) })),
    }));
    const long = { scenes: [...scenes, { id: (29).toString(36) }] };
    expect(bestWay(long, (one, other) => one.steps.length > other.steps.length).steps).toHaveLength(29);
  });
});

it('shows things to be put in order in an order that is never right, and the same each time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), (count) => {
      const items = Array.from({ length: count }, (_, index) => ({ id: index.toString(36) }));
      const shown = scramble(items);
      expect(shown).not.toEqual(items);
      expect(scramble(items)).toEqual(shown);
      expect([...shown].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(items);
    }),
  );
});
