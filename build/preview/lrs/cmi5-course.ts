/** A course of cmi5 as the LMS knows it, and a learner's enrolment in it. */
import type { JsonObject } from './checks.ts';

export type MoveOn = 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable';

export interface AssignableUnit {
  readonly kind: 'au';
  /** The LMS's, which no publisher knows (9.3.9.0-4, 9.3.9.0-8). */
  readonly activityId: string;
  /** As the course structure has it. */
  readonly publisherId: string;
  readonly moveOn: MoveOn;
}

export interface Group {
  readonly kind: 'course' | 'block';
  readonly activityId: string;
  readonly publisherId: string;
  readonly parts: readonly (AssignableUnit | Group)[];
}

export interface Enrolment {
  readonly course: Group;
  readonly actor: JsonObject;
  readonly registration: string;
  /** LMS's ids of the groups that were said to be satisfied: once each. */
  readonly satisfied: string[];
}
