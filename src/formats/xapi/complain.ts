/** What an LRS will never take is told to whoever looks into the console, and counted; a learner can do nothing about it. */
import type { Statement } from './statement.ts';

export type Complain = (statement: Statement, why: unknown) => void;

let count = 0;

export const complain: Complain = (statement, why) => {
  count++;
  console.warn(`The LRS refused ${count} statement(s) for good; this one was given up:`, statement, why);
};
