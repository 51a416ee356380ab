/** Assessments: new, gone, on another page; their pools. Results and attempts belong to the page. Pure. */
import { type AssessmentOutline, assessedPages } from '../../../src/course/outline.ts';
import { anew, author, type Change, change, done, keep, listed, lms, lose, meet, named } from '../change.ts';
import { type DiffRule, isSameQuestion, pageOf, type Versions } from '../versions.ts';
import { assessmentRuleChanges } from './assessment-rules.ts';

export const assessmentChanges: DiffRule = (versions) => {
  const { before, after } = versions;
  const [old, now] = [assessedPages(before.outline), assessedPages(after.outline)];
  const added = now.filter(({ id }) => !pageOf(before.outline, id)?.assessment);
  return [
    ...old.flatMap(({ id, title, assessment }) => {
      const page = pageOf(after.outline, id);
      const name = named(title, id);
      if (page?.assessment)
        return [
          ...poolChanges(versions, name, id, assessment, page.assessment),
          ...assessmentRuleChanges(name, id, assessment, page.assessment),
        ];
      const target = added.find((one) => sharesMost(assessment, one.assessment));
      if (target) return [moved(name, id, target.id)];
      return page ? [removed(name, id)] : [];
    }),
    ...added
      .filter(({ assessment }) => !old.some((one) => sharesMost(one.assessment, assessment)))
      .map(({ id, title, assessment }) => newAssessment(named(title, id), id, assessment)),
  ];
};

function sharesMost(one: AssessmentOutline, other: AssessmentOutline): boolean {
  const shared = one.questions.filter((id) => other.questions.includes(id)).length;
  return shared * 2 > one.questions.length;
}

function moved(name: string, from: string, to: string): Change {
  return change(
    'assessment-moved',
    'loss',
    from,
    `The assessment of page ${name} stands on page "${to}" now.`,
    lose('Its results and attempts: they belong to the page.'),
    anew('It has to be taken again.'),
    lms('The score that it has stays until a better one is told.'),
    author(`Let the assessment stand on the page with the id "${from}".`),
  );
}

function removed(name: string, id: string): Change {
  return change(
    'assessment-removed',
    'loss',
    id,
    `Page ${name} has no assessment any more.`,
    lose('Its results and attempts count for nothing.'),
    lms('Status and score that it has stay as they are.'),
  );
}

function newAssessment(name: string, id: string, { isPretest }: AssessmentOutline): Change {
  if (isPretest)
    return change(
      'pretest-added',
      'note',
      id,
      `Page ${name} has a new pre-test.`,
      meet('It may be taken, and counts for nothing.'),
    );
  return change(
    'assessment-added',
    'warning',
    id,
    `Page ${name} has a new assessment.`,
    meet('It is to be taken; until it is, no new score is told.'),
    done('Their result is open again in the player until they take it.'),
    lms('Status and score that it has stay as they are.'),
  );
}

/** Questions that an attempt can ask no more: gone, elsewhere, or of another type. */
function poolChanges(
  versions: Versions,
  name: string,
  id: string,
  was: AssessmentOutline,
  is: AssessmentOutline,
): Change[] {
  const lost = was.questions.filter(
    (question) => !isSameQuestion(versions, question) || !is.questions.includes(question),
  );
  const out = was.questions.filter((question) => !is.questions.includes(question));
  const into = is.questions.filter((question) => !was.questions.includes(question));
  // An attempt under way is forgotten where nothing is left of what it drew.
  const mayVanish = was.draw > 0 && lost.length >= was.draw;
  return [
    ...(mayVanish
      ? [
          change(
            'attempt-forgotten',
            'loss',
            id,
            `Of the ${was.questions.length} questions that page ${name} could ask, ${lost.length} are asked there no more or are of another type, and an attempt asks ${was.draw}.`,
            lose('An attempt under way that asked only these; it does not count as taken.'),
            anew('That attempt.'),
          ),
        ]
      : []),
    ...(out.length > 0 || into.length > 0
      ? [
          change(
            'pool-changed',
            'note',
            id,
            `The pool of page ${name} has ${into.length} new questions and lacks ${out.length}${
              out.length > 0 ? `: ${listed(out)}` : ''
            }.`,
            keep('Results that were earned stay.'),
            meet(
              'An attempt under way asks what is left of what it drew; the next one draws from the new pool.',
            ),
          ),
        ]
      : []),
  ];
}
