/** Turns a Report into statements. Pure: what of them is news is the conversation's to know. */
import type { Report, ReportedInteraction } from '../../session/report.ts';
import type { Visit } from '../../session/state.ts';
import { duration } from '../duration.ts';
import { type CourseActivities, iriOf, type Unit } from './activities.ts';
import type { Agent } from './agent.ts';
import { questionActivity, responseOf } from './definition.ts';
import {
  type Activity,
  type Context,
  distinct,
  progressExtension,
  type Result,
  type Statement,
  statementId,
  type Verb,
  verbIri,
} from './statement.ts';

/** Whose statements they are, and of what. */
export interface Attempt {
  readonly course: CourseActivities;
  /** What of the course was launched. */
  readonly unit: Unit;
  readonly actor: Agent;
  readonly registration: string | null;
  /** The LMS's id of what was launched. */
  readonly activityId: string;
  readonly platform: string | null;
  readonly grouping: readonly string[];
  /** What names are made of: learner, activity, registration. */
  readonly name: string;
}

/** What was told in earlier sittings, once for all. */
export interface Told {
  readonly completed: boolean;
  /** Per cent. */
  readonly progress: number;
  /** The last judgement, as `passed 85`; empty where there was none. */
  readonly judged: string;
}

export const nothingTold: Told = { completed: false, progress: 0, judged: '' };

/** A statement that the standard defines what it means; others are of what is merely experienced. */
export interface Said {
  readonly verb: Verb;
  readonly statement: Statement;
}

/** Pages, answers and progress, in the order in which they happened. */
export function experiences(attempt: Attempt, report: Report, told: Told): Said[] {
  const percent = Math.floor(report.progress * 100);
  const isNews = percent > told.progress && report.completion !== 'completed';
  return [
    ...report.visits.map((visit) => experienced(attempt, visit)),
    ...report.interactions.map((interaction) => answered(attempt, interaction)),
    ...(isNews ? [progressed(attempt, percent, report.at)] : []),
  ].sort((one, other) => Date.parse(one.statement.timestamp) - Date.parse(other.statement.timestamp));
}

/** `completed`, once for all. */
export function completions(attempt: Attempt, report: Report, told: Told): Said[] {
  if (report.completion !== 'completed' || told.completed) return [];
  const result = { completion: true, duration: duration(report.sittingTime) };
  return [said(attempt, 'completed', 'completed', report.at, launchedActivity(attempt), result)];
}

/**
 * `passed` or `failed` where that, or the score, is another than was told; nothing is taken back unless it may fall.
 * @param name of the judgement: the same name is never told twice
 */
export function judgements(attempt: Attempt, report: Report, told: Told, name = judgementOf(report)): Said[] {
  const { success, score, mayFall } = report;
  const words = judgementOf(report);
  if (success === 'unknown' || words === told.judged) return [];
  if (success === 'failed' && told.judged.startsWith('passed') && !mayFall) return [];
  const result = {
    ...(score !== null && { score: scoreOf(score) }),
    success: success === 'passed',
    duration: duration(report.sittingTime),
  };
  return [said(attempt, success, name, report.at, launchedActivity(attempt), result)];
}

export const judgementOf = ({ success, score }: Pick<Report, 'success' | 'score'>) => `${success} ${score}`;

/** What frames a sitting; `sitting` names it. */
export function frame(
  attempt: Attempt,
  verb: 'initialized' | 'resumed' | 'suspended' | 'terminated',
  sitting: string,
  at: number,
  sittingTime: number | null,
): Said {
  const result = sittingTime === null ? undefined : { duration: duration(sittingTime) };
  return said(attempt, verb, `${verb} ${sitting}`, at, launchedActivity(attempt), result);
}

/** The id of the statement on an answer: known before it is made. */
export function answerId({ name }: Attempt, { id, at }: ReportedInteraction): string {
  return statementId(name, `answered ${id} ${at}`);
}

function experienced(attempt: Attempt, { page, at, duration: spent }: Visit): Said {
  const { course } = attempt;
  const lesson = lessonOf(course, page);
  const object = pageActivity(course, page);
  const parents = lesson ? [lesson] : [];
  return said(
    attempt,
    'experienced',
    `experienced ${page} ${at}`,
    at,
    object,
    { duration: duration(spent) },
    parents,
  );
}

function answered(attempt: Attempt, interaction: ReportedInteraction): Said {
  const { course } = attempt;
  const { id, what, grade, weighting, outcome, at, latency } = interaction;
  const page = course.questions[id]?.page;
  const result: Result = {
    response: responseOf(what),
    ...(grade !== null && { success: grade >= 1 }),
    ...(grade !== null &&
      weighting > 0 && {
        score: { scaled: rounded(grade), raw: rounded(grade * weighting), min: 0, max: weighting },
      }),
    ...(latency !== null && { duration: duration(latency) }),
  };
  const parents = page === undefined ? [] : [pageActivity(course, page)];
  const lesson = page === undefined ? null : lessonOf(course, page);
  const goal = outcome === null ? [] : [outcomeActivity(course, outcome)];
  const one = said(
    attempt,
    'answered',
    `answered ${id} ${at}`,
    at,
    questionActivity(course, id, what),
    result,
    parents,
  );
  return withActivities(one, { grouping: lesson ? [lesson] : [], other: goal });
}

function progressed(attempt: Attempt, percent: number, at: number): Said {
  const result = { extensions: { [progressExtension]: percent } };
  return said(attempt, 'progressed', `progressed ${percent}`, at, launchedActivity(attempt), result);
}

/** @param parents of the object, from near to far; what is no part of the course has none */
function said(
  attempt: Attempt,
  verb: Verb,
  name: string,
  at: number,
  object: Activity,
  result?: Result,
  parents: readonly Activity[] = [],
): Said {
  const { course, actor, registration, platform, grouping } = attempt;
  const groups = [
    ...(parents.length > 0 ? [launchedActivity(attempt)] : []),
    // Where the LMS has an id of its own, the author's is what reports over several LMSs go by.
    ...[attempt.unit.iri, course.iri, ...grouping]
      .filter((id) => id !== attempt.activityId)
      .map((id) => ({ id })),
  ];
  const contextActivities = {
    ...(parents.length > 0 && { parent: parents }),
    ...(groups.length > 0 && { grouping: distinct(groups) }),
  };
  const context: Context = {
    ...(registration !== null && { registration }),
    ...(Object.keys(contextActivities).length > 0 && { contextActivities }),
    language: course.language,
    revision: course.version,
    platform: platform ?? 'Coursewright',
  };
  const statement: Statement = {
    id: statementId(attempt.name, name),
    actor,
    verb: { id: verbIri(verb), display: { en: verb } },
    object,
    ...(result && { result }),
    context,
    timestamp: new Date(at).toISOString(),
  };
  return { verb, statement };
}

function withActivities(
  { verb, statement }: Said,
  more: Readonly<Record<string, readonly Activity[]>>,
): Said {
  const { contextActivities = {} } = statement.context;
  const merged = { ...contextActivities };
  for (const [list, activities] of Object.entries(more))
    if (activities.length > 0) merged[list] = distinct([...activities, ...(merged[list] ?? [])]);
  return { verb, statement: { ...statement, context: { ...statement.context, contextActivities: merged } } };
}

function launchedActivity({ course, unit, activityId }: Attempt): Activity {
  return activity(
    activityId,
    unit.title,
    course.language,
    `http://adlnet.gov/expapi/activities/${unit.type}`,
  );
}

function lessonOf(course: CourseActivities, page: string): Activity | null {
  const lesson = course.lessons.find(({ pages }) => pages.some(({ id }) => id === page));
  if (!lesson) return null;
  const type = 'http://adlnet.gov/expapi/activities/lesson';
  return activity(iriOf(course, 'lessons', lesson.id), lesson.title, course.language, type);
}

function pageActivity(course: CourseActivities, id: string): Activity {
  const page = course.lessons.flatMap(({ pages }) => pages).find((one) => one.id === id);
  const type = 'http://activitystrea.ms/schema/1.0/page';
  return activity(iriOf(course, 'pages', id), page?.title ?? id, course.language, type);
}

function outcomeActivity(course: CourseActivities, id: string): Activity {
  const type = 'http://adlnet.gov/expapi/activities/objective';
  return activity(iriOf(course, 'outcomes', id), course.outcomes[id] ?? id, course.language, type);
}

function activity(id: string, name: string, language: string, type: string): Activity {
  return { objectType: 'Activity', id, definition: { name: { [language]: name }, type } };
}

function scoreOf(percent: number) {
  return { scaled: rounded(percent / 100), raw: percent, min: 0, max: 100 };
}

// Sums of shares carry the noise of binary fractions.
const rounded = (number: number) => Math.round(number * 10_000) / 10_000;
