/** What an LMS of cmi5 itself says of a learner: launched, abandoned, satisfied. */
import { randomUUID } from 'node:crypto';
import type { JsonObject } from './checks.ts';
import { cmi5 } from './cmi5-session.ts';
import type { Store } from './store.ts';

const ids = {
  launched: 'http://adlnet.gov/expapi/verbs/launched',
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  satisfied: 'https://w3id.org/xapi/adl/verbs/satisfied',
} as const;

export interface LmsStatement {
  readonly verb: keyof typeof ids;
  readonly actor: JsonObject;
  readonly object: JsonObject & { readonly id: string };
  readonly registration: string;
  /** Context of the session that it belongs to: `grouping` has the publisher's id, the extensions the session's. */
  readonly template: JsonObject;
  readonly extensions?: JsonObject;
  readonly result?: JsonObject;
}

export function sayAsLms(store: Store, said: LmsStatement, now: string): void {
  const { verb, actor, object, registration, template, extensions, result } = said;
  const { contextActivities, extensions: own } = template as Readonly<Record<string, JsonObject>>;
  store.statements.push({
    id: randomUUID(),
    actor,
    verb: { id: ids[verb], display: { en: verb } },
    object: { objectType: 'Activity', ...object },
    ...(result && { result }),
    context: {
      registration,
      contextActivities: { ...contextActivities, category: [{ id: cmi5.defined }] },
      extensions: { ...own, ...extensions },
    },
    timestamp: now,
    stored: now,
    version: '1.0.0',
    authority: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'lms' } },
  });
}
