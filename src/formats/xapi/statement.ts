/** A statement of xAPI 1.0.3, as far as this player makes them; and its id. */
import { v5 } from 'uuid';
import type { Agent } from './agent.ts';

export interface Activity {
  readonly objectType?: 'Activity';
  readonly id: string;
  readonly definition?: ActivityDefinition;
}

export type LanguageMap = Readonly<Record<string, string>>;

export interface ActivityDefinition {
  readonly name?: LanguageMap;
  readonly type?: string;
  readonly interactionType?: string;
  readonly correctResponsesPattern?: readonly string[];
  readonly [list: string]: unknown;
}

export interface Context {
  readonly registration?: string;
  readonly contextActivities?: Readonly<Record<string, readonly Activity[]>>;
  readonly language?: string;
  readonly revision?: string;
  readonly platform?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Result {
  readonly score?: {
    readonly scaled: number;
    readonly raw?: number;
    readonly min?: number;
    readonly max?: number;
  };
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly response?: string;
  readonly duration?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Statement {
  readonly id: string;
  readonly actor: Agent;
  readonly verb: { readonly id: string; readonly display: LanguageMap };
  readonly object: Activity;
  readonly result?: Result;
  readonly context: Context;
  /** RFC 3339, in UTC. */
  readonly timestamp: string;
}

export type Verb =
  | 'initialized'
  | 'resumed'
  | 'experienced'
  | 'answered'
  | 'progressed'
  | 'completed'
  | 'passed'
  | 'failed'
  | 'suspended'
  | 'terminated';

export const verbIri = (verb: Verb) => `http://adlnet.gov/expapi/verbs/${verb}`;

export const progressExtension = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

// Any UUID will do, as long as it is always this one (RFC 9562, 5.5).
const namespace = '0b9a1a5e-0c0c-5f0a-8f6e-5a2d6f4b7c31';

/**
 * The id of what happened: the same whenever and from wherever it is told, so that a retry is never a second
 * statement. Worked out by name, because an LMS over plain http has no `crypto.subtle`.
 * @param attempt whose it is: learner, activity and registration
 */
export function statementId(attempt: string, what: string): string {
  return v5(what, v5(attempt, namespace));
}

/** Each activity once, by its id: the first of them. */
export function distinct(activities: readonly Activity[]): Activity[] {
  return activities.filter(({ id }, index) => activities.findIndex((one) => one.id === id) === index);
}
