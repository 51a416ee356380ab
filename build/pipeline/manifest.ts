/** What a manifest says of a course: identifiers, titles, pass marks, thresholds, files. Pure. */
import { type Course, pagesOf } from '../../src/course/course.ts';
import type { CourseOutline } from '../../src/course/outline.ts';
import type { Manifest } from '../../src/formats/format.ts';
import { identifier } from '../../src/formats/scorm/identifier.ts';
import { scoredPages, weightOf } from '../../src/session/scoring.ts';
import { renderPlain } from './markdown.ts';
import type { PackageFile } from './package-file.ts';
import type { Sco } from './scos.ts';

/** A course in one language, with its SCOs. */
export interface Edition {
  readonly course: Course;
  readonly scos: readonly Sco[];
}

interface Texts {
  readonly title: string;
  readonly description: string;
}

/** What is said in each language; a language that has no words of its own for it is left out. */
function textsIn(
  editions: readonly Edition[],
  textsOf: (edition: Edition) => Texts,
): (Texts & { readonly language: string; readonly hasTitle: boolean; readonly hasDescription: boolean })[] {
  const all = editions.map((edition) => ({ language: edition.course.language, ...textsOf(edition) }));
  const isFirst = (field: keyof Texts, index: number) =>
    all.findIndex((other) => other[field] === all[index]?.[field]) === index;
  return all
    .map((texts, index) => ({
      ...texts,
      hasTitle: isFirst('title', index),
      hasDescription: isFirst('description', index),
    }))
    .filter(({ hasTitle, hasDescription }) => hasTitle || hasDescription);
}

/** Whether a file is this document, or the same in a language. */
function isOf(path: string, launch: string): boolean {
  return path === launch || (path.startsWith(launch.replace(/html$/, '')) && /^[^/]+\.html$/.test(path));
}

/**
 * The values of a manifest's template. Identifiers come from the course's ids alone: they stay the same from version
 * to version, and the LMS knows the SCO by them.
 */
export function manifestValues(
  editions: readonly Edition[],
  manifest: Manifest,
  files: readonly PackageFile[],
): object {
  const { course, scos } = editions[0] as Edition;
  const minutes = Math.ceil(pagesOf(course).reduce((sum, page) => sum + page.minutes, 0));
  const paths = files.map(({ path }) => path);
  const isSplit = scos.some(({ place }) => place !== null);
  const ownOf = ({ launch }: Sco) => paths.filter((path) => isOf(path, launch));
  const common = isSplit ? paths.filter((path) => !scos.some(({ launch }) => isOf(path, launch))) : [];
  const total = scos.reduce((sum, { outline }) => sum + pointsOf(outline), 0);
  return {
    rights: undefined,
    ...course,
    keywords: editions.flatMap(({ course: { language, keywords = [] } }) =>
      keywords.map((keyword) => ({ language, keyword })),
    ),
    languages: editions.map((one) => one.course.language),
    texts: textsIn(editions, ({ course: { title, description } }) => ({ title, description })),
    edition: manifest.edition,
    metadataPath: manifest.metadata?.path,
    // What xAPI and cmi5 name by IRI; their formats are not built without one.
    ...(course.iri !== undefined && cmi5Values(editions, course.iri)),
    manifestId: `course-${course.id}`,
    organizationId: `organization-${course.id}`,
    commonId: `common-${course.id}`,
    launch: scos[0]?.launch,
    learningTime: `PT${minutes}M`,
    size: files.reduce((sum, file) => sum + file.content.length, 0),
    isSplit,
    common: common.map(hrefOf),
    scos: scos.map((sco) => ({
      title: sco.course.title,
      itemId: `item-${sco.course.id}`,
      resourceId: `sco-${sco.course.id}`,
      objectiveId: `objective-${sco.course.id}`,
      launch: hrefOf(sco.launch),
      files: (isSplit ? ownOf(sco) : paths).map(hrefOf),
      ...scoringValues(sco.outline),
      weight: total > 0 ? Number((pointsOf(sco.outline) / total).toFixed(4)) : 0,
    })),
  };
}

/** What an LMS launches of a package, as its manifest says. */
export interface Launched {
  readonly title: string;
  /** The file that a learner starts. */
  readonly path: string;
  /** What xAPI and cmi5 know it by; null where the course has no IRI. */
  readonly iri: string | null;
  readonly moveOn: 'Completed' | 'CompletedAndPassed';
  /** Per cent, where the LMS judges by it; null where it does not. */
  readonly masteryScore: number | null;
}

export function launchesOf({ iri }: Course, scos: readonly Sco[]): Launched[] {
  return scos.map(({ course, outline, launch, place }) => ({
    title: course.title,
    path: launch,
    iri: iri === undefined ? null : place ? `${iri}/lessons/${course.lessons[0]?.id}` : `${iri}/au`,
    moveOn: moveOnOf(outline),
    masteryScore: isPassedByScore(outline) ? outline.passMark : null,
  }));
}

/** An AU for each SCO. The course structure may name each thing once, so that of the whole course has not the course's id. */
function cmi5Values(editions: readonly Edition[], iri: string): object {
  const { course, scos } = editions[0] as Edition;
  const outcomes = course.outcomes.map(({ id }, index) => ({
    id,
    iri: `${iri}/outcomes/${id}`,
    texts: textsIn(editions, (edition) => {
      const { text = '', short } = edition.course.outcomes[index] ?? {};
      return { title: short ?? renderPlain(text), description: renderPlain(text) };
    }),
  }));
  return {
    iri,
    outcomeTexts: outcomes,
    units: scos.map(({ course: own, outline, launch, place }, index) => ({
      ...launchesOf(course, scos)[index],
      type: place ? 'lesson' : 'course',
      texts: textsIn(editions, (edition) => {
        const { title = '', description = '' } = edition.scos[index]?.course ?? {};
        return { title, description };
      }),
      launch: hrefOf(launch),
      objectives: outcomes
        .filter(({ id }) => own.outcomes.some((one) => one.id === id))
        .map((one) => one.iri),
      ...scoringValues(outline),
    })),
  };
}

/** When the LMS takes the AU for done: by completion, which the course may make hang on passing; and passing, where it judges. */
function moveOnOf(outline: CourseOutline): 'Completed' | 'CompletedAndPassed' {
  const isJudged =
    outline.success === 'completion' || (outline.passMark !== null && scoredPages(outline).length > 0);
  return isJudged ? 'CompletedAndPassed' : 'Completed';
}

function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** What the assessments of a SCO weigh among those of the others: their points, as in one SCO for all. */
function pointsOf(outline: CourseOutline): number {
  return scoredPages(outline).reduce((sum, { assessment }) => sum + weightOf(outline, assessment), 0);
}

/** How the LMS is to judge, and what it will be told of. */
function scoringValues(outline: CourseOutline): object {
  return {
    hasMastery: isPassedByScore(outline),
    hasSuccess: outline.success === 'completion' || scoredPages(outline).length > 0,
    masteryScore: outline.passMark,
    scaledMasteryScore: scaled(outline.passMark ?? 0),
    completionThreshold: completionThreshold(outline),
    outcomes: askedOutcomes(outline).map(identifier),
  };
}

/** An LMS with a mastery score judges by the score alone: it is given one only where the course does the same. */
function isPassedByScore(outline: CourseOutline): boolean {
  const pages = scoredPages(outline);
  const hasOwnMarks = pages.some(({ assessment }) => assessment.outcomePassMark !== null);
  return outline.passMark !== null && outline.success !== 'completion' && pages.length > 0 && !hasOwnMarks;
}

/**
 * An LMS with a threshold judges by the progress measure alone: it is given one only where a share of the pages is
 * all that the course asks. Pages with an assessment count for progress and not for the share, so there are none.
 */
function completionThreshold(outline: CourseOutline): number | null {
  const { pages, activities, minutes } = outline.completion;
  const isByPages = pages > 0 && !activities && minutes === 0 && scoredPages(outline).length === 0;
  return isByPages ? scaled(pages) : null;
}

/** The outcomes that the LMS will be told of, each as an objective. */
function askedOutcomes(outline: CourseOutline): string[] {
  const asked = scoredPages(outline).flatMap(({ assessment }) => assessment.questions);
  const outcomes = new Set(asked.map((id) => outline.questions[id]?.outcome));
  return outline.outcomes.map(({ id }) => id).filter((id) => outcomes.has(id));
}

/** Per cent as a share, with the seven decimals of real(10,7). */
function scaled(percent: number): number {
  return Number((percent / 100).toFixed(7));
}
