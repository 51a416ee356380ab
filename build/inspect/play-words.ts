/** What came of a play, in words for people. Pure. */
import type { PlayedCall, PlayedLaunch, PlayedSitting } from './played.ts';

export const resumeWords: Readonly<Record<PlayedLaunch['resumes'], string>> = {
  'same-place': 'at the place where it was killed',
  'data-only': 'with its data, on another screen',
  'from-the-start': 'no: it begins anew',
  'one-screen': 'cannot be told: it has one screen',
  'not-tried': 'was not tried: no time was left',
};

/** `frame` and `window` as an administrator chooses them; null for a course that never spoke. */
export function placeWords({ spokeIn, isSilent }: PlayedLaunch): string {
  if (isSilent) return 'has nothing to say to it';
  return spokeIn === null ? 'never' : spokeIn === 'frame' ? 'in a frame' : 'in a window of its own';
}

export const visitNames = ['First visit', 'Second visit', 'Third visit'] as const;

export const endWords: Readonly<Record<PlayedSitting['end'], string>> = {
  crash: 'killed without warning',
  closed: 'closed like a window',
};

export const isRefused = ({ refusal }: PlayedCall) => refusal !== null;

/** What was recorded, without what is empty and without the long data of the course’s own. */
export function recordWords({ record }: PlayedLaunch): { name: string; value: string }[] {
  return Object.entries(record)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({
      name,
      value: value.length > 60 ? `${value.slice(0, 60)}… (${value.length} characters)` : value,
    }));
}

export function callWords({ name, args, result, error, refusal, advice }: PlayedCall): {
  call: string;
  result: string;
  why: string;
} {
  const given = args.map((one) => JSON.stringify(one.length > 100 ? `${one.slice(0, 100)}…` : one));
  return {
    call: args.length > 0 || !name.includes(' ') ? `${name}(${given.join(', ')})` : name,
    result: result.length > 100 ? `${result.slice(0, 100)}…` : result,
    why: refusal ?? advice ?? error ?? '',
  };
}
