import { expect, it } from 'vitest';
import { certificateLines, certificateStanding, spokenName } from '../../src/session/certificate.ts';
import { checkCode } from '../../src/session/check-code.ts';
import { beginSitting, noProgress, type Progress } from '../../src/session/state.ts';
import { anOutline } from './an-outline.ts';

const attempt = (share: number) => ({
  number: 1,
  isSubmitted: true,
  begunAt: 0,
  timeFactor: 1,
  drawn: ['q-one'],
  met: [],
  counted: { share, outcomes: {} },
});
const standing = (progress: Partial<Progress>, outline = anOutline()) =>
  certificateStanding(outline, beginSitting({ ...noProgress, ...progress }, 0));

it('a certificate is earned when all is done and passed, and what is left is said before', () => {
  const seen = ['one', 'two', 'check'];
  expect(standing({})).toEqual({ isEarned: false, pages: 2, isToBePassed: true });
  expect(standing({ seen })).toEqual({ isEarned: false, pages: 0, isToBePassed: true });
  expect(standing({ seen, attempts: { check: attempt(0.5) } })).toMatchObject({
    isEarned: false,
    isToBePassed: true,
  });
  expect(standing({ attempts: { check: attempt(0.9) } })).toEqual({
    isEarned: false,
    pages: 2,
    isToBePassed: false,
  });
  expect(standing({ seen, attempts: { check: attempt(0.9) } })).toMatchObject({ isEarned: true });
});

it('a certificate of a course without a pass mark asks for no passing', () => {
  const outline = anOutline({ passMark: null });
  const seen = ['one', 'two', 'check'];
  expect(standing({ seen, attempts: { check: attempt(0) } }, outline)).toMatchObject({ isEarned: true });
});

it('the code of a certificate is that over its lines, and changes with each of them', () => {
  const facts = [
    ['Course', 'Valves (valves)'],
    ['Learner', 'Ada Byron'],
  ] as const;
  const lines = certificateLines(facts, 'Check code');
  expect(lines.slice(0, 2)).toEqual(['Course: Valves (valves)', 'Learner: Ada Byron']);
  expect(lines[2]).toBe(`Check code: ${checkCode(lines.slice(0, 2))}`);
  expect(certificateLines([facts[0], ['Learner', 'Ada Bryon']], 'Check code')[2]).not.toBe(lines[2]);
});

it.each([
  ['Byron, Ada', 'Ada Byron'],
  ['  Ada Byron ', 'Ada Byron'],
  ['Byron, Ada, Countess', 'Byron, Ada, Countess'],
  ['Byron,', 'Byron,'],
  ['', ''],
])('“%s” is spoken as “%s”', (name, spoken) => {
  expect(spokenName(name)).toBe(spoken);
});
