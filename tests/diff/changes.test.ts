import { describe, expect, it } from 'vitest';
import { changeLines, lossesIn } from '../../build/diff/change-lines.ts';
import { comparePackages } from '../../build/diff/compare-packages.ts';
import { aDraft, aVersion, type Draft, twoVersions } from './two-versions.ts';

interface Edit {
  readonly what: string;
  readonly edit: (draft: Draft) => void;
  /** What it starts from, where that is not the usual course. */
  readonly start?: (draft: Draft) => void;
  /** Every change told, as `kind id severity`, but for those that every new version has. */
  readonly told: readonly string[];
}

const pages = (draft: Draft) => draft.lessons[0].pages;
const practice = (draft: Draft) => pages(draft)[1].blocks[0].question;
const assessed = (draft: Draft) => draft.lessons[1].pages[0];
const pool = (draft: Draft) => assessed(draft).assessment.questions;
const text = { type: 'text', text: 'Go.' };

const edits: readonly Edit[] = [
  { what: 'nothing but its number', edit: () => {}, told: [] },
  {
    what: 'the words of a text',
    edit: (draft) => {
      pages(draft)[0].blocks = [text];
    },
    told: [],
  },
  {
    what: 'a page more',
    edit: (draft) => pages(draft).push({ id: 'tools', title: 'Tools', minutes: 1, blocks: [text] }),
    told: ['page-added tools note', 'done-no-longer pump warning'],
  },
  {
    what: 'a page less',
    edit: (draft) => pages(draft).shift(),
    told: ['page-removed before note'],
  },
  {
    what: 'a page under another id',
    edit: (draft) => {
      pages(draft)[0].id = 'first';
    },
    told: ['page-renamed before loss', 'done-no-longer pump warning'],
  },
  {
    what: 'a page under another title, in another order',
    edit: (draft) => {
      pages(draft)[0].title = 'Before you begin';
      pages(draft).reverse();
    },
    told: ['page-retitled before note', 'pages-reordered  note'],
  },
  {
    what: 'a page in another lesson',
    edit: (draft) => draft.lessons[1].pages.unshift(pages(draft).shift()),
    told: ['page-moved before note', 'pages-reordered  note'],
  },
  {
    what: 'a lesson under another id',
    edit: (draft) => {
      draft.lessons[0].id = 'first';
    },
    told: ['lesson-renamed reading warning'],
  },
  {
    what: 'a lesson under another id where minutes count',
    start: (draft) => {
      draft.completion = { pages: 100, minutes: 4 };
    },
    edit: (draft) => {
      draft.lessons[0].id = 'first';
    },
    told: ['lesson-renamed reading loss', 'done-no-longer pump warning'],
  },
  {
    what: 'a practice question of another type',
    edit: (draft) => {
      practice(draft).type = 'multiple-choice';
    },
    told: ['question-type-changed q-first loss'],
  },
  {
    what: 'a practice question under another id',
    edit: (draft) => {
      practice(draft).id = 'q-other';
    },
    told: ['question-renamed q-first loss'],
  },
  {
    what: 'a practice question less, and one more that counts',
    start: (draft) => {
      draft.completion = { activities: true };
    },
    edit: (draft) => {
      pages(draft)[1].blocks[0] = {
        type: 'knowledge-check',
        question: {
          type: 'true-false',
          id: 'q-lamp',
          prompt: 'A lamp is needed.',
          answer: true,
          outcome: 'know',
        },
      };
    },
    told: ['question-removed q-first note', 'question-added q-lamp note', 'done-no-longer pump warning'],
  },
  {
    what: 'own words in answer to a question that is gone',
    start: (draft) => {
      const question = { type: 'free-text', id: 'q-own', prompt: 'What would you do?', outcome: 'know' };
      pages(draft)[1].blocks.push({ type: 'knowledge-check', question });
    },
    edit: (draft) => pages(draft)[1].blocks.pop(),
    told: ['question-removed q-own loss'],
  },
  {
    what: 'a practice question that can be checked less often',
    edit: (draft) => {
      practice(draft).tries = 1;
    },
    told: ['question-tries q-first warning'],
  },
  {
    what: 'a practice question that asks something else under its old id',
    edit: (draft) => {
      practice(draft).prompt = 'How long is the rope by the door?';
    },
    told: ['question-reworded q-first warning'],
  },
  {
    what: 'another right answer',
    edit: (draft) => {
      delete pool(draft)[0].options[0].correct;
      pool(draft)[0].options[1].correct = true;
    },
    told: ['right-answer-changed q-valve warning'],
  },
  {
    what: 'an option less',
    edit: (draft) => pool(draft)[0].options.pop(),
    told: ['option-removed q-valve warning', 'question-key-changed q-valve note'],
  },
  {
    what: 'a mark that says something else now',
    edit: (draft) => {
      pool(draft)[0].options[2].text = 'Nobody at all';
    },
    told: ['mark-reused q-valve warning'],
  },
  {
    what: 'more points, and another outcome',
    edit: (draft) => {
      pool(draft)[0].points = 5;
      pool(draft)[0].outcome = 'care';
    },
    told: ['question-points q-valve note', 'question-outcome q-valve note'],
  },
  {
    what: 'a practice question in the assessment',
    edit: (draft) => pool(draft).push(pages(draft)[1].blocks.shift().question),
    told: ['question-scored q-first warning', 'pool-changed check note'],
  },
  {
    what: 'a question of the pool less',
    edit: (draft) => pool(draft).pop(),
    told: ['question-removed q-filter note', 'pool-changed check note', 'objectives'],
  },
  {
    what: 'so many questions less that an attempt may have nothing left',
    edit: (draft) => pool(draft).splice(0, 2, { ...pool(draft)[0], type: 'multiple-choice' }),
    told: [
      'question-removed q-drain note',
      'question-type-changed q-valve loss',
      'attempt-forgotten check loss',
      'pool-changed check note',
    ],
  },
  {
    what: 'the assessment on another page',
    edit: (draft) => {
      const { assessment } = assessed(draft);
      delete assessed(draft).assessment;
      assessed(draft).blocks = [text];
      draft.lessons[1].pages.push({ id: 'end', title: 'The end', minutes: 1, blocks: [], assessment });
    },
    told: [
      'page-added end note',
      'assessment-moved check loss',
      'done-no-longer pump warning',
      'passed-no-longer pump warning',
    ],
  },
  {
    what: 'the page of the assessment less',
    edit: (draft) => {
      draft.lessons[1].pages = [{ id: 'end', title: 'Farewell', minutes: 1, blocks: [text] }];
      delete draft.passMark;
    },
    told: [
      'assessed-page-removed check loss',
      'page-added end note',
      'question-removed q-valve note',
      'question-removed q-drain note',
      'question-removed q-filter note',
      'pass-mark-changed pump warning',
      'done-no-longer pump warning',
      'passed-no-longer pump warning',
      'mastery-changed item-pump warning',
    ],
  },
  {
    what: 'no assessment on a page that stays',
    edit: (draft) => {
      delete assessed(draft).assessment;
      assessed(draft).blocks = [text];
      delete draft.passMark;
    },
    told: [
      'question-removed q-valve note',
      'question-removed q-drain note',
      'question-removed q-filter note',
      'assessment-removed check loss',
      'pass-mark-changed pump warning',
      'passed-no-longer pump warning',
      'mastery-changed item-pump warning',
    ],
  },
  {
    what: 'an assessment more',
    edit: (draft) => {
      pages(draft)[0].assessment = {
        questions: [
          { type: 'true-false', id: 'q-lamp', prompt: 'A lamp is needed.', answer: true, outcome: 'know' },
        ],
      };
    },
    told: ['assessment-added before warning', 'done-no-longer pump warning', 'passed-no-longer pump warning'],
  },
  {
    what: 'stricter rules of the assessment',
    edit: (draft) => {
      Object.assign(assessed(draft).assessment, {
        attempts: 1,
        minutes: 10,
        draw: 1,
        feedback: 'never',
        outcomePassMark: 90,
      });
    },
    told: [
      'draw-changed check note',
      'attempts-changed check warning',
      'time-limit-changed check warning',
      'outcome-mark-changed check warning',
      'feedback-changed check note',
      'passed-no-longer pump warning',
      'mastery-changed item-pump warning',
    ],
  },
  {
    what: 'kinder rules of the assessment',
    edit: (draft) => {
      const { assessment } = assessed(draft);
      delete assessment.attempts;
      delete assessment.minutes;
    },
    told: ['attempts-changed check note', 'time-limit-changed check note'],
  },
  {
    what: 'another attempt that counts',
    edit: (draft) => {
      assessed(draft).assessment.counts = 'last';
    },
    told: ['counted-attempt-changed check warning'],
  },
  {
    what: 'a higher pass mark',
    edit: (draft) => {
      draft.passMark = 90;
    },
    told: [
      'pass-mark-raised pump warning',
      'passed-no-longer pump warning',
      'mastery-changed item-pump warning',
    ],
  },
  {
    what: 'a higher pass mark where the last attempt counts',
    start: (draft) => {
      assessed(draft).assessment.counts = 'last';
    },
    edit: (draft) => {
      draft.passMark = 90;
    },
    told: ['pass-mark-raised pump loss', 'passed-no-longer pump loss', 'mastery-changed item-pump warning'],
  },
  {
    what: 'a lower pass mark',
    edit: (draft) => {
      draft.passMark = 50;
    },
    told: ['pass-mark-lowered pump warning', 'mastery-changed item-pump warning'],
  },
  {
    what: 'another rule for completion',
    edit: (draft) => {
      draft.completion = { pages: 100, assessment: 'passed', minutes: 30 };
    },
    told: ['completion-rule-changed pump warning', 'done-no-longer pump warning'],
  },
  {
    what: 'less room for own words',
    edit: (draft) => {
      pages(draft)[1].blocks[1].maxLength = 100;
    },
    told: ['text-shortened think warning'],
  },
  {
    what: 'no place for own words',
    edit: (draft) => pages(draft)[1].blocks.pop(),
    told: ['text-removed think loss'],
  },
  {
    what: 'a place for own words under another id',
    edit: (draft) => {
      pages(draft)[1].blocks[1].id = 'ponder';
    },
    told: ['text-renamed think loss'],
  },
  {
    what: 'an outcome under another id',
    edit: (draft) => {
      draft.outcomes[1].id = 'keep';
      pool(draft)[2].outcome = 'keep';
    },
    told: ['question-outcome q-filter note', 'outcome-renamed care warning'],
  },
  {
    what: 'another language, an older number, another title',
    edit: (draft) => {
      draft.language = 'fr';
      draft.version = '0.9.0';
      draft.title = 'La pompe';
    },
    told: [
      'version-lowered 0.9.0 warning',
      'language-changed pump warning',
      'unit-title-changed item-pump note',
      'title-changed  note',
    ],
  },
  {
    what: 'another id of the course',
    edit: (draft) => {
      draft.id = 'pump-house';
    },
    told: [
      'course-id-changed pump-house loss',
      'identifier-changed course-pump-house warning',
      'identifier-changed organization-pump-house warning',
      'unit-removed item-pump loss',
      'unit-added item-pump-house warning',
      'title',
    ],
  },
];

/** Every new version has them, or nearly. */
const usual = ['progress-kept', 'size-changed', 'bookmark-length-changed'];
/** Said loosely in the table above: they hang on the example and are tested for themselves. */
const loose = ['objectives', 'title'];

describe('an update with', () => {
  it.each(edits)('$what tells just that', async ({ edit, start, told }) => {
    const { changes } = await twoVersions(edit, start);
    const said = changes
      .filter(({ kind }) => !usual.includes(kind))
      .map(({ kind, id, severity }) => `${kind} ${id} ${severity}`);
    expect(said.sort()).toEqual(told.filter((one) => !loose.includes(one)).sort());
    for (const { what, means } of changes) {
      expect(means.length).toBeGreaterThan(0);
      for (const sentence of [what, ...means.map((one) => one.text)])
        expect(sentence).toMatch(/^[^a-z].*[.:”"]$/s);
    }
  });
});

describe('a ledger that is not the old one with more at its end', () => {
  it.each([
    { what: 'rewritten', change: (ledger: string[]) => ledger.reverse(), kind: 'ledger-rewritten' },
    {
      what: 'missing its last lines',
      change: (ledger: string[]) => ledger.slice(0, -2),
      kind: 'ledger-rewritten',
    },
  ])('loses all progress: $what', async ({ change, kind }) => {
    const draft = aDraft();
    const before = await aVersion(draft, ['page gone', 'question q-old cloze']);
    const after = await aVersion({ ...draft, version: '1.1.0' }, change([...before.ledger].slice(2)));
    const changes = comparePackages(before.facts, after.facts);
    expect(lossesIn(changes).map((one) => one.kind)).toEqual([kind]);
    expect(changes.some((one) => one.kind === 'progress-kept')).toBe(false);
  });

  it('loses all progress where it is shorter', async () => {
    const draft = aDraft();
    const before = await aVersion(draft, []);
    const longer = await aVersion(draft, [...before.ledger, 'page later']);
    const [loss] = lossesIn(comparePackages(longer.facts, before.facts));
    expect(loss?.kind).toBe('ledger-shortened');
    expect(loss?.what).toBe(
      `The ledger ends after ${before.ledger.length} of ${before.ledger.length + 1} entries.`,
    );
  });
});

it('tells people for whom a change is, what it is and what it means', async () => {
  const { before, after, changes } = await twoVersions((draft) => {
    pages(draft)[0].id = 'first';
  });
  const lines = changeLines(before.facts, after.facts, changes);
  const sizes = lines.filter((line) => /zip has|of another size/.test(line));
  expect(lines.filter((line) => !sizes.includes(line)).join('\n')).toBe(
    [
      'From 1.0.0.zip (version 1.0.0)',
      'to   1.1.0.zip (version 1.1.0), SCORM 1.2',
      '',
      'Learners in progress lose:',
      '  ! Page “Before you start” ("before") has the id "first" now, by the look of its title.',
      '    That it was read: it is open again.',
      '',
      'Learners in progress have to do anew:',
      '  ! Page “Before you start” ("before") has the id "first" now, by the look of its title.',
      '    It has to be read again.',
      '',
      'Learners in progress keep:',
      '  - What they did is found again.',
      '    2 of 3 pages, 4 of 4 answers, 1 of 1 text, 1 of 1 assessment, the time in 2 of 2 lessons.',
      '',
      'Learners who are done:',
      '  - Who had done everything is not done any more in the player.',
      '    Still open for them: 1 page ("first").',
      '',
      'The LMS:',
      '  - Who had done everything is not done any more in the player.',
      '    Who is completed or passed there stays so: the package never lowers a status for this.',
      '',
      'The author:',
      '  ! Page “Before you start” ("before") has the id "first" now, by the look of its title.',
      '    Keep the id "before": the title may change, the id may not.',
      '',
      'Learners lose progress by one change, marked with "!".',
    ].join('\n'),
  );
});

it('finds nothing to tell between a package and itself', async () => {
  const { facts } = await aVersion(aDraft(), []);
  expect(comparePackages(facts, facts).map(({ kind }) => kind)).toEqual(['progress-kept']);
});
