/** What happens soon is there for whoever looks, and told once. */
import { beforeEach, expect, it } from 'vitest';
import { beginSitting, noProgress } from '../../src/session/state.ts';
import { createSession, type Session } from '../../src/sitting/session.ts';
import { anOutline, logics } from '../session/an-outline.ts';

let time: number;
let told: string[];
let waiting: (() => void)[];
let session: Session;
const turn = (page: string) =>
  session.happenSoon({ type: 'page-shown', page }, (act) => void waiting.push(act));

beforeEach(() => {
  time = 0;
  told = [];
  waiting = [];
  session = createSession(anOutline(), logics, beginSitting(noProgress, 0), () => time);
  session.listen((event) => told.push(event.type === 'page-shown' ? event.page : event.type));
});

it('is told when it is called back, and no second time', () => {
  turn('one');
  expect(told).toEqual([]);
  for (const act of [...waiting, ...waiting]) act();
  expect(told).toEqual(['one']);
});

it('is part of the state for whoever looks before', () => {
  turn('one');
  expect(session.state()).toMatchObject({ page: 'one', seen: ['one'] });
  expect(told).toEqual(['one']);
});

it('comes before all that happens after it', () => {
  turn('one');
  turn('two');
  session.happen({ type: 'left' });
  for (const act of waiting) act();
  expect(told).toEqual(['one', 'two', 'left']);
});

it('has the time at which it happened', () => {
  turn('one');
  time = 400;
  expect(session.state().sitting.visit?.at).toBe(0);
});

it('is done while those who listen are told: what they see and do comes after it', () => {
  session.listen((event) => {
    if (event.type === 'page-shown') session.happen({ type: 'active' });
  });
  turn('one');
  expect(session.state().page).toBe('one');
  expect(told).toEqual(['one', 'active']);
});
