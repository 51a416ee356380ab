/** A strict Learning Record Store: what it is asked, what it answers. HTTP is in `serve-lrs.ts`. */
import { type Answer, json, type LrsRequest, Refusal } from './answer.ts';
import { answerDocument, isDocument } from './documents.ts';
import { checkDocumentOfAu, whoAsks } from './senders.ts';
import type { XapiVersion } from './statement-rules.ts';
import { answerStatements } from './statements.ts';
import type { Store } from './store.ts';

export interface LrsSettings {
  /** Values of the Authorization header that a client of plain xAPI may come with. */
  readonly keys: readonly string[];
  /** Whether a state that is there is overwritten only by its tag in 1.0.3 too, as some LRSs want it. */
  readonly isStateStrict: boolean;
  /** Whether an id that is there already is a conflict even where the content is the same, as in some LRSs. */
  readonly refusesRepeats: boolean;
}

/** @throws Refusal, which the caller makes an answer */
export function answerLrs(store: Store, settings: LrsSettings, request: LrsRequest, now: string): Answer {
  if (request.resource === 'about') return json({ version: ['1.0.3', '2.0.0'] });
  const version = versionOf(request.headers['x-experience-api-version']);
  const { sender, session } = whoAsks(store, settings.keys, request.headers.authorization, now);
  if (request.resource === 'statements')
    return answerStatements(store, request, version, sender, settings.refusesRepeats, now);
  if (!isDocument(request.resource)) throw new Refusal(404, `There is no resource "${request.resource}".`);
  if (!['GET', 'PUT', 'POST', 'DELETE'].includes(request.method))
    throw new Refusal(405, `Documents know no ${request.method}.`);
  if (session) checkDocumentOfAu(session, request);
  return answerDocument(store, request, version, settings.isStateStrict, now);
}

/** Every request but one for `about` says its version (Communication 3.3). */
function versionOf(header: string | undefined): XapiVersion {
  if (header !== undefined && /^1\.0(\.\d+)?$/.test(header)) return '1.0.3';
  if (header !== undefined && /^2\.0(\.\d+)?$/.test(header)) return '2.0.0';
  throw new Refusal(
    400,
    `X-Experience-API-Version is ${header === undefined ? 'missing' : `"${header}"`}: 1.0.x or 2.0.x.`,
  );
}
