/** Questions: gone, new, of another type, under another id; scored or not, and for how much. Pure. */
import type { QuestionOutline } from '../../../src/course/outline.ts';
import { type QuestionType, questionTypes } from '../../../src/questions/index.ts';
import { anew, author, type Change, change, keep, lose, meet, named } from '../change.ts';
import type { CourseDocument } from '../course-document.ts';
import { renamesAmong } from '../renames.ts';
import { type DiffRule, goneFrom } from '../versions.ts';

export const questionChanges: DiffRule = ({ before, after }) => {
  const [old, now] = [before.outline.questions, after.outline.questions];
  const gone = goneFrom(Object.keys(old), Object.keys(now));
  const added = goneFrom(Object.keys(now), Object.keys(old));
  const renames = renamesAmong(gone, added, {
    before: (id) => `${old[id]?.type} ${promptOf(before, id)}`,
    after: (id) => `${now[id]?.type} ${promptOf(after, id)}`,
  });
  const isRenamed = (id: string) => renames.some(({ from, to }) => from === id || to === id);
  return [
    ...renames.map(({ from, to }) => renamed(nameIn(before, from), from, to, isPractice(old[from]))),
    ...gone.filter((id) => !isRenamed(id)).map((id) => removed(nameIn(before, id), id, old[id])),
    ...added
      .filter((id) => !isRenamed(id) && isPractice(now[id]))
      .map((id) => newPractice(nameIn(after, id), id, after)),
    ...Object.keys(old).flatMap((id) => {
      const [was, is] = [old[id], now[id]];
      return was && is ? changed(nameIn(before, id), id, was, is) : [];
    }),
  ];
};

export function nameIn({ wording }: CourseDocument, id: string): string {
  return named(wording.questions.get(id)?.prompt ?? '', id);
}

function promptOf({ wording }: CourseDocument, id: string): string {
  return wording.questions.get(id)?.prompt ?? '';
}

function isPractice(question: QuestionOutline | undefined): boolean {
  return question?.points === 0;
}

function renamed(name: string, from: string, to: string, practice: boolean): Change {
  return change(
    'question-renamed',
    'loss',
    from,
    `Question ${name} has the id "${to}" now, by the look of its words.`,
    lose('The answer to it.'),
    practice ? anew('It has to be answered again.') : keep(scoresStay),
    author(`Keep the id "${from}": the words may change, the id may not.`),
  );
}

const scoresStay = 'Scores that were earned stay; an attempt under way goes on without this question.';

function removed(name: string, id: string, question: QuestionOutline | undefined): Change {
  const isOwn = question !== undefined && keepsOwnWords(question);
  return change(
    'question-removed',
    isOwn ? 'loss' : 'note',
    id,
    `Question ${name} is gone.`,
    isOwn
      ? lose('What they wrote in answer to it, with their next save.')
      : meet('It is not asked any more, and the answer to it is forgotten.'),
    ...(isPractice(question) ? [] : [keep(scoresStay)]),
  );
}

/** Words of the learner's own that are neither right nor wrong: worth keeping for themselves. */
function keepsOwnWords({ type, key }: QuestionOutline): boolean {
  const found = (questionTypes as Readonly<Record<string, QuestionType>>)[type];
  return found?.isUnscored === true && (found.fullest(key as never)[0] ?? '').length > 1;
}

function newPractice(name: string, id: string, { outline }: CourseDocument): Change {
  const rule = outline.completion.activities ? 'It counts for completion.' : 'Nothing hangs on it.';
  return change('question-added', 'note', id, `Question ${name} is new.`, meet(`It is open. ${rule}`));
}

function changed(name: string, id: string, was: QuestionOutline, is: QuestionOutline): Change[] {
  if (was.type !== is.type)
    return [
      change(
        'question-type-changed',
        'loss',
        id,
        `Question ${name} was ${was.type} and is ${is.type}: to a bookmark it is another question.`,
        lose('The answer to it.'),
        isPractice(is) ? anew('It has to be answered again.') : keep(scoresStay),
      ),
    ];
  const changes: Change[] = [];
  const add = (kind: string, severity: 'warning' | 'note', what: string, means: string) =>
    changes.push(change(kind, severity, id, `Question ${name} ${what}`, meet(means)));
  if (isPractice(was) !== isPractice(is))
    add(
      'question-scored',
      'warning',
      isPractice(is) ? 'was scored and is practice now.' : 'was practice and is scored now.',
      isPractice(is)
        ? 'The answer stays, and can be checked; it has not been until they do.'
        : 'The answer stays until the assessment is begun.',
    );
  else if (was.points !== is.points)
    add(
      'question-points',
      'note',
      `had ${was.points} points and has ${is.points}.`,
      'Scores that were earned stay; an attempt under way is scored by the new points.',
    );
  const isLess = is.tries !== null && (was.tries === null || is.tries < was.tries);
  if (isPractice(is) && isLess)
    add(
      'question-tries',
      'warning',
      `can be checked ${is.tries} times, before ${was.tries ?? 'without limit'}.`,
      'Who has used as many cannot check it again.',
    );
  if (was.outcome !== is.outcome)
    add(
      'question-outcome',
      'note',
      `belonged to the outcome "${was.outcome ?? ''}" and belongs to "${is.outcome ?? ''}".`,
      'Results by outcome that were earned stay as they are until the next attempt.',
    );
  return changes;
}
