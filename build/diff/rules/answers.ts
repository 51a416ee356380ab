/** What a kept answer means in the new version: options that are gone, marks under other words, another right answer. Pure. */
import type { QuestionOutline } from '../../../src/course/outline.ts';
import { type QuestionType, questionTypes } from '../../../src/questions/index.ts';
import { likeness } from '../../pipeline/did-you-mean.ts';
import { author, type Change, change, keep, lose, meet, shortened } from '../change.ts';
import { type DiffRule, isSameQuestion, type Versions } from '../versions.ts';
import { nameIn } from './questions.ts';

/** Words less alike than this say something else; a correction or a clearer wording is more alike. */
const unlike = 0.5;

export const answerChanges: DiffRule = (versions) =>
  Object.keys(versions.before.outline.questions)
    .filter((id) => isSameQuestion(versions, id))
    .flatMap((id) => [
      ...otherQuestion(versions, id),
      ...otherMarks(versions, id),
      ...otherKey(versions, id),
    ]);

/** The same id and type under quite other words. */
function otherQuestion({ before, after }: Versions, id: string): Change[] {
  const was = before.wording.questions.get(id)?.prompt ?? '';
  const is = after.wording.questions.get(id)?.prompt ?? '';
  if (was === '' || is === '' || likeness(was, is) >= unlike) return [];
  return [
    change(
      'question-reworded',
      'warning',
      id,
      `Question ${nameIn(before, id)} asks “${shortened(is)}” now.`,
      meet('The answer to the old words stands under the new ones.'),
      author('If it is another question, give it an id of its own.'),
    ),
  ];
}

function otherMarks({ before, after }: Versions, id: string): Change[] {
  const was = before.wording.questions.get(id)?.marks ?? new Map<string, string>();
  const is = after.wording.questions.get(id)?.marks ?? new Map<string, string>();
  const gone = [...was].filter(([mark]) => !is.has(mark));
  const reused = [...was].flatMap(([mark, words]) => {
    const now = is.get(mark);
    return now !== undefined && likeness(words, now) < unlike ? [{ mark, words, now }] : [];
  });
  return [
    ...gone.map(([mark, words]) =>
      change(
        'option-removed',
        'warning',
        id,
        `Question ${nameIn(before, id)} has “${shortened(words)}” (${mark}) no more.`,
        lose(
          'Their choice, where it was this one: it shows as not chosen, and earns nothing in an attempt under way.',
        ),
      ),
    ),
    ...reused.map(({ mark, words, now }) =>
      change(
        'mark-reused',
        'warning',
        id,
        `In question ${nameIn(before, id)} the mark of “${shortened(words)}” (${mark}) says “${shortened(now)}” now.`,
        meet('Who chose the old words is shown as having chosen the new ones.'),
        author('Give new words a mark that was never used, so that no answer means something else.'),
      ),
    ),
  ];
}

/** Another answer is right, or answers are judged another way. */
function otherKey({ before, after }: Versions, id: string): Change[] {
  const [was, is] = [before.outline.questions[id], after.outline.questions[id]];
  if (!was || !is || JSON.stringify(was.key) === JSON.stringify(is.key)) return [];
  const isOther = rightAnswer(was) !== rightAnswer(is);
  return [
    change(
      isOther ? 'right-answer-changed' : 'question-key-changed',
      isOther ? 'warning' : 'note',
      id,
      isOther
        ? `Question ${nameIn(before, id)} has another right answer.`
        : `Question ${nameIn(before, id)} has the same right answer, and other things to choose or other rules.`,
      keep('Scores that were earned stay.'),
      meet(
        is.points > 0
          ? 'An attempt under way is judged by the new answer, and a look back shows old answers beside it.'
          : 'The answer they gave is judged anew.',
      ),
    ),
  ];
}

/** What is right, as the LMS is told it. */
function rightAnswer({ type, key }: QuestionOutline): string {
  const found = (questionTypes as Readonly<Record<string, QuestionType>>)[type];
  if (!found) return JSON.stringify(key);
  const told = found.interaction(key as never, found.fullest(key as never));
  return JSON.stringify('correct' in told ? told.correct : null);
}
