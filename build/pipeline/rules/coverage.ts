/** Whether the course teaches and tests what it promises, and says true things of itself. */
import { type Course, pagesOf, poolOf } from '../../../src/course/course.ts';
import type { Field } from '../../../src/course/fields.ts';
import { type Mistake, pointerStep } from '../../../src/course/problem.ts';
import { remembered } from '../remembered.ts';
import type { Rule } from './rule.ts';

/** Every outcome is taught on a page, and tested where the course tests at all: results are told by outcome. */
export const outcomesAreCovered: Rule = ({ course }) => {
  const pages = pagesOf(course);
  const known = course.outcomes.map(({ id }) => id);
  const taught = new Set(pages.flatMap((page) => page.outcomes ?? []));
  const tested = new Set(poolsOf(course).flatMap(({ pool }) => pool.map(({ outcome }) => outcome ?? '')));
  // What is misspelt or left out is told by a rule of its own, and is most likely what is missing here.
  const isTold = (named: ReadonlySet<string>) => [...named].some((id) => !known.includes(id));
  return course.outcomes.flatMap(({ id }, index): Mistake[] => {
    const pointer = `/outcomes${pointerStep(index)}/id`;
    return [
      ...(taught.has(id) || isTold(taught)
        ? []
        : [warning(pointer, `no page teaches the outcome "${id}".`, 'Name it in the "outcomes" of a page.')]),
      ...(tested.size === 0 || tested.has(id) || isTold(tested)
        ? []
        : [
            warning(
              pointer,
              `no question of an assessment tests the outcome "${id}".`,
              'Name it as the "outcome" of a question: the result is told by outcome.',
            ),
          ]),
    ];
  });
};

/** A draw can be as even as the author asks for. */
export const drawsAreBalanced: Rule = ({ course }) =>
  poolsOf(course).flatMap(({ assessment, pool, pointer }): Mistake[] => {
    if (assessment.draw === undefined) return [];
    if (assessment.balance === 'difficulty') {
      const without = pool.filter((question) => !question.difficulty).map(({ id }) => `"${id}"`);
      if (without.length === 0) return [];
      return [
        warning(
          `${pointer}/balance`,
          `${without.length} of ${pool.length} questions say no difficulty: ${without.slice(0, 3).join(', ')}${without.length > 3 ? ' …' : ''}.`,
          'Give each a "difficulty": a draw that is balanced over it takes the others as a kind of their own.',
        ),
      ];
    }
    const outcomes = new Set(pool.map((question) => question.outcome)).size;
    if (assessment.draw >= outcomes) return [];
    return [
      warning(
        `${pointer}/draw`,
        `${assessment.draw} questions are drawn for ${outcomes} outcomes: some are not tested.`,
        `Draw ${outcomes} or more.`,
      ),
    ];
  });

/** Every page holds something. */
export const pagesHoldSomething: Rule = ({ course }) =>
  eachPage(course).flatMap(({ page, pointer }) =>
    page.blocks.length > 0 || page.assessment
      ? []
      : [
          {
            pointer: `${pointer}/blocks`,
            message: `the page "${page.id}" is empty.`,
            hint: 'Give it a block or an assessment, or take it out.',
          },
        ],
  );

/** Pages of a lesson can be told apart in its outline. */
export const pageTitlesDiffer: Rule = ({ course }) =>
  course.lessons.flatMap(({ pages }, l) =>
    pages.flatMap(({ title }, p) =>
      pages.findIndex((one) => one.title === title) === p
        ? []
        : [
            warning(
              `/lessons${pointerStep(l)}/pages${pointerStep(p)}/title`,
              `a page before is called "${title}" as well.`,
              'Give each a title of its own: learners choose pages by their titles.',
            ),
          ],
    ),
  );

/** What makes the course complete or passed asks something that is there. */
export const demandsMeanSomething: Rule = ({ course, typed }) => {
  const { completion, passMark } = course;
  const minutes = pagesOf(course).reduce((sum, page) => sum + page.minutes, 0);
  const scored = new Set<unknown>(poolsOf(course).flatMap(({ pool }) => pool));
  const isPractised = typed.some(
    ({ type, value }) => type.question || ('prompt' in value && !scored.has(value)),
  );
  const mistakes: Mistake[] = [];
  if (completion?.minutes !== undefined && completion.minutes > minutes)
    mistakes.push(
      warning(
        '/completion/minutes',
        `${completion.minutes} minutes are asked for, and the pages take ${minutes}.`,
        'Ask for no more minutes than the pages say they take.',
      ),
    );
  if (completion?.activities && !isPractised)
    mistakes.push(
      warning(
        '/completion/activities',
        'practice questions are to be answered, and the course has none.',
        'Add a "knowledge-check" block, or take "activities" out.',
      ),
    );
  if (passMark === 0)
    mistakes.push(
      warning(
        '/passMark',
        'with a pass mark of 0 everyone passes.',
        'Ask for a share of the points, such as 80.',
      ),
    );
  return mistakes;
};

/** Words a minute that nobody reads: the estimate of a page is then not true. */
const tooFast = 500;

/** The minutes of a page are enough to read it. */
export const minutesAreHonest: Rule = ({ course, ofFormats }) => {
  // These are written without spaces: their words cannot be counted so.
  if (/^(zh|ja|th|lo|km|my)\b/.test(course.language)) return [];
  const read = wordsByPage(ofFormats('markdown', 'inline-markdown'));
  return eachPage(course).flatMap(({ page, pointer }) => {
    const words = read.get(pointer) ?? 0;
    if (words <= page.minutes * tooFast) return [];
    return [
      warning(
        `${pointer}/minutes`,
        `${words} words are to be read in ${page.minutes} ${page.minutes === 1 ? 'minute' : 'minutes'}.`,
        `Most people read about 200 words a minute: say ${Math.ceil(words / 200)}.`,
      ),
    ];
  });
};

/** How many words the blocks of each page hold, by its pointer; notes and transcripts aside. */
function wordsByPage(fields: readonly Field[]): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const { pointer, value } of fields) {
    const end = pointer.indexOf('/blocks/');
    if (end < 0 || /\/(notes|transcript)(\/|$)/.test(pointer)) continue;
    const page = pointer.slice(0, end);
    words.set(page, (words.get(page) ?? 0) + wordsOf(value));
  }
  return words;
}

const wordsOf = remembered((text) => text.split(/\s+/).length);

function eachPage({ lessons }: Course) {
  return lessons.flatMap(({ pages }, l) =>
    pages.map((page, p) => ({ page, pointer: `/lessons${pointerStep(l)}/pages${pointerStep(p)}` })),
  );
}

/** What counts: a pre-test does not. */
function poolsOf(course: Course) {
  return eachPage(course).flatMap(({ page: { assessment }, pointer }) =>
    assessment && !assessment.pretest
      ? [{ assessment, pool: poolOf(course, assessment), pointer: `${pointer}/assessment` }]
      : [],
  );
}

function warning(pointer: string, message: string, hint: string): Mistake {
  return { severity: 'warning', pointer, message, hint };
}
