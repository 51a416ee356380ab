/** A session of cmi5 as the LMS knows it: what it gave the AU, and what the AU has said. */
import type { JsonObject } from './checks.ts';

export const cmi5 = {
  defined: 'https://w3id.org/xapi/cmi5/context/categories/cmi5',
  moveOn: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
  sessionId: 'https://w3id.org/xapi/cmi5/context/extensions/sessionid',
  masteryScore: 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore',
  launchMode: 'https://w3id.org/xapi/cmi5/context/extensions/launchmode',
  launchUrl: 'https://w3id.org/xapi/cmi5/context/extensions/launchurl',
  moveOnRule: 'https://w3id.org/xapi/cmi5/context/extensions/moveon',
  progress: 'https://w3id.org/xapi/cmi5/result/extensions/progress',
} as const;

export interface Cmi5Session {
  readonly id: string;
  readonly token: string;
  /** What the fetch address ends with: good once. */
  readonly fetchKey: string;
  readonly registration: string;
  readonly activityId: string;
  readonly actor: JsonObject;
  readonly launchMode: 'Normal' | 'Browse' | 'Review';
  /** 0 to 1; null where the course structure has none. */
  readonly masteryScore: number | null;
  readonly contextTemplate: JsonObject;
  isFetched: boolean;
  hasReadPreferences: boolean;
  /** How it ended: by the AU, or by the LMS when the next one began; null while it lasts. */
  end: 'terminated' | 'abandoned' | null;
  /** Verbs of its defined statements, in order. */
  said: string[];
}
