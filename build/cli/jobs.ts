import { WrongUse } from '../commands/command.ts';

/** How many courses are done at a time. */
export const jobsOption = {
  type: 'string',
  default: '0',
  value: '<number>',
  about: 'Most courses at a time, where the folder holds several; one a core when left out.',
} as const;

/** @throws WrongUse for what is no number of courses */
export function jobsIn(text: string): number {
  const jobs = Number(text);
  if (/^\d{1,4}$/.test(text)) return jobs;
  throw new WrongUse(`"${text}" is no number of courses: from 1, or 0 for one a core.`);
}
