/** Reads a bookmark by the description of its format alone, so that a mistake in the player's own reader shows. */
import type { CourseOutline } from '../../src/course/outline.ts';
import type { AnswerFact, AttemptFact, Facts } from './facts.ts';

const number = (text = '') => Number.parseInt(text || '0', 36);
const entries = (part = '') => part.split('~').flatMap((entry) => (entry === '' ? [] : [entry.split(':')]));
const words = (text = '') =>
  Buffer.from(text.replaceAll('*', '+').replaceAll('_', '/'), 'base64').toString('utf8');
const tokens = (text = '') => text.split('-').filter(Boolean);

/** Null where it is no bookmark at all. @param outline the version that wrote it */
export function readBookmark({ ledger }: Pick<CourseOutline, 'ledger'>, text: string): Facts | null {
  const parts = text.split('.');
  const [format, , , page, seen, time, answers, attempts, texts] = parts;
  if (format !== '2' || parts.length !== 11) return null;
  const places = (kind: string) =>
    ledger.filter((entry) => entry.startsWith(`${kind} `)).map((entry) => entry.split(' ').slice(1));
  const [pages, lessons, questions, blocks] = ['page', 'lesson', 'question', 'text'].map(places);
  const at = (list: readonly string[][] | undefined, place = '') => list?.[number(place)]?.[0] ?? '?';
  const bits = Buffer.from((seen ?? '').replaceAll('*', '+').replaceAll('_', '/'), 'base64');
  return {
    page: page === '' ? '' : at(pages, page),
    seen: new Set(
      (pages ?? []).flatMap(([id = ''], n) => ((bits[n >> 3] ?? 0) & (1 << (n & 7)) ? [id] : [])),
    ),
    time: new Map(entries(time).map(([place, seconds]) => [at(lessons, place), number(seconds)])),
    texts: new Map(entries(texts).map(([place, written]) => [at(blocks, place), words(written)])),
    answers: new Map(
      entries(answers).map(([place, flags, response]): [string, AnswerFact] => [
        at(questions, place),
        {
          type: questions?.[number(place)]?.[1] ?? '',
          response: tokens(response)
            .map((token) => (token.startsWith('!') ? words(token.slice(1)) : token))
            .join(' '),
          tries: Math.floor(number(flags) / 2),
          isFinal: number(flags) % 2 === 1,
        },
      ]),
    ),
    attempts: new Map(
      entries(attempts).map(([place, flags, begunAt, , drawn, , counted]): [string, AttemptFact] => [
        at(pages, place),
        {
          number: Math.floor(number(flags) / 2),
          isSubmitted: number(flags) % 2 === 1,
          begunAt: number(begunAt) * 1000,
          drawn: tokens(drawn).map((place) => questions?.[number(place)]?.join(' ') ?? '?'),
          best: counted ? number(counted.split('-')[0]) / 1e6 : null,
        },
      ]),
    ),
  };
}
