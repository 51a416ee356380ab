/** Answers and attempts in a bookmark. A course that asks nothing carries none of this. Pure. */
import { type CourseOutline, outlinePages } from '../course/outline.ts';
import { number, readToken, writeToken } from './bookmark-encoding.ts';
import { type AllPlaces, readList, writeList } from './bookmark-places.ts';
import type { Answer, Attempt, AttemptResult, Progress } from './state.ts';

/** Two fields: the answers, and the attempts. */
export function writeAsked(places: AllPlaces, { answers, attempts }: Progress): [string, string] {
  return [
    writeList(
      answers,
      places.question,
      ({ tries, isFinal }) => (tries * 2 + Number(isFinal)).toString(36),
      ({ response }) => response.map(writeToken).join('-'),
    ),
    writeList(
      attempts,
      places.page,
      ({ number, isSubmitted }) => (number * 2 + Number(isSubmitted)).toString(36),
      ({ begunAt }) => Math.floor(begunAt / 1000).toString(36),
      ({ timeFactor }) => Math.round(timeFactor * 100).toString(36),
      ({ drawn }) => drawn.filter(places.question.has).map(places.question.place).join('-'),
      ({ met }) => places.question.toBits(met),
      ({ counted }) => (counted === null ? '' : writeResult(places, counted)),
    ),
  ];
}

export function readAnswers(places: AllPlaces, part: string | undefined): Progress['answers'] {
  return readList(part, places.question, readAnswer);
}

export function readAttempts(
  outline: CourseOutline,
  places: AllPlaces,
  part: string | undefined,
): Progress['attempts'] {
  const pool = (page: string) => outlinePages(outline).find(({ id }) => id === page)?.assessment?.questions;
  return readList(part, places.page, (fields, page) => readAttempt(places, fields, pool(page)));
}

function readAnswer([flags, tokens = '']: readonly string[]): Answer {
  return {
    response: tokens.split('-').filter(Boolean).map(readToken),
    tries: number(flags) >> 1,
    isFinal: number(flags) % 2 === 1,
  };
}

/**
 * Undefined for a first attempt of which nothing is left.
 * @param pool what the assessment can ask in this version: a question that went elsewhere must not be scored unasked
 */
function readAttempt(
  places: AllPlaces,
  fields: readonly string[],
  pool: readonly string[] | undefined,
): Attempt | undefined {
  const [flags, begunAt, factor, drawn = '', met, counted = ''] = fields;
  const ids = drawn.split('-').filter(Boolean);
  const left = ids
    .flatMap((place) => places.question.id(place) ?? [])
    .filter((id) => pool?.includes(id) ?? true);
  const isSubmitted = number(flags) % 2 === 1;
  // Where nothing is left of what was being asked, the attempt under way never was.
  const isGone = !isSubmitted && ids.length > 0 && left.length === 0;
  const begun = number(flags) >> 1;
  if (isGone && begun === 1) return undefined;
  return {
    number: begun - Number(isGone),
    isSubmitted: isSubmitted || isGone,
    begunAt: number(begunAt) * 1000,
    timeFactor: number(factor) / 100,
    drawn: left,
    met: places.question.fromBits(met),
    counted: counted === '' ? null : readResult(places, counted),
  };
}

/** The share of the whole, then of each outcome of the ledger; nothing for one that was not asked about. */
function writeResult({ outcome }: AllPlaces, result: AttemptResult): string {
  const shares = [result.share, ...outcome.ids.map((id) => (id === '' ? undefined : result.outcomes[id]))];
  const written = shares.map((share) => (share === undefined ? '' : Math.round(share * 1e6).toString(36)));
  return written.join('-').replace(/-+$/, '');
}

function readResult({ outcome }: AllPlaces, text: string): AttemptResult {
  const [share, ...each] = text.split('-');
  const shares = outcome.ids.flatMap((id, index) =>
    id !== '' && each[index] ? [[id, number(each[index]) / 1e6] as const] : [],
  );
  return { share: number(share) / 1e6, outcomes: Object.fromEntries(shares) };
}
