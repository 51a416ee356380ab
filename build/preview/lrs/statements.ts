/** The statements resource (xAPI 1.0.3 Communication 2.1). */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { agent as agentRule } from './actor-rules.ts';
import { type Answer, json, type LrsRequest, Refusal, readJson } from './answer.ts';
import { isObject, type JsonObject } from './checks.ts';
import { statementFaults, voided, type XapiVersion } from './statement-rules.ts';
import type { Statement, Store } from './store.ts';
import { iri, timestamp, uuid } from './values.ts';

/** Who says it, and what of it is refused besides what any LRS refuses. */
export interface Sender {
  readonly authority: JsonObject;
  /** Throws a Refusal. `before` are statements of the same request. */
  accept(statement: Statement, before: readonly Statement[]): void;
  /** Called once they are kept. */
  took(statements: readonly Statement[]): void;
}

/** @param refusesRepeats whether an id that is there already is a conflict even where the content is the same, as in some LRSs */
export function answerStatements(
  store: Store,
  request: LrsRequest,
  version: XapiVersion,
  sender: Sender,
  refusesRepeats: boolean,
  now: string,
): Answer {
  if (request.method === 'GET') return find(store, request.query, now);
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new Refusal(400, 'Statements come as application/json.');
  const given = readJson(request.body);
  if (request.method === 'PUT') {
    const id = request.query.get('statementId');
    if (id === null || !isObject(given))
      throw new Refusal(400, 'A PUT brings one statement and its statementId.');
    if (given.id !== undefined && given.id !== id) throw new Refusal(400, 'statementId and id differ.');
    keep(store, [{ ...given, id }], version, sender, refusesRepeats, now);
    return { status: 204 };
  }
  if (request.method !== 'POST') throw new Refusal(405, `Statements know no ${request.method}.`);
  if (request.query.size > 0) throw new Refusal(400, 'A POST of statements takes no parameters.');
  return json(keep(store, Array.isArray(given) ? given : [given], version, sender, refusesRepeats, now));
}

/** All of them or none: a request with one that is wrong changes nothing. */
function keep(
  store: Store,
  given: readonly unknown[],
  version: XapiVersion,
  sender: Sender,
  refusesRepeats: boolean,
  now: string,
): string[] {
  const fresh: Statement[] = [];
  const ids: string[] = [];
  for (const one of given) {
    const faults = statementFaults(one, version);
    if (faults.length > 0) throw new Refusal(400, faults.join('; '));
    const statement = { ...(one as JsonObject), id: (one as Statement).id ?? randomUUID() };
    if (ids.includes(statement.id)) throw new Refusal(400, `${statement.id} stands twice in the request`);
    ids.push(statement.id);
    const held = store.statements.find(({ id }) => id === statement.id);
    if (held && (refusesRepeats || !isSame(held, statement)))
      throw new Refusal(409, `There is another statement ${statement.id}.`);
    if (held) continue;
    sender.accept(one as Statement, fresh);
    fresh.push(statement);
  }
  store.statements.push(
    ...fresh.map((statement) => ({
      timestamp: now,
      version: '1.0.0',
      ...statement,
      stored: now,
      authority: sender.authority,
    })),
  );
  sender.took(fresh);
  store.save();
  return ids;
}

/** The same but for what the LRS itself sets (Data 2.3.1). */
function isSame(held: JsonObject, given: JsonObject): boolean {
  const said = ({ stored, authority, version, timestamp: at, ...rest }: JsonObject) => rest as JsonObject;
  const sameTime =
    given.timestamp === undefined ||
    Date.parse(String(held.timestamp)) === Date.parse(String(given.timestamp));
  return sameTime && isDeepStrictEqual(said(held), said(given));
}

const filters: Readonly<Record<string, (value: string) => (statement: Statement) => boolean>> = {
  verb: (value) => (statement) => idOf(statement.verb) === value,
  activity: (value) => (statement) => idOf(statement.object) === value,
  registration: (value) => (statement) =>
    isObject(statement.context) && statement.context.registration === value,
  agent: (value) => {
    const wanted = withoutName(readJson(value));
    return (statement) => isDeepStrictEqual(withoutName(statement.actor), wanted);
  },
  since: (value) => (statement) => Date.parse(String(statement.stored)) > Date.parse(value),
  until: (value) => (statement) => Date.parse(String(statement.stored)) <= Date.parse(value),
};
const checks: Readonly<Record<string, (value: string) => readonly string[]>> = {
  statementId: (value) => uuid(value, 'statementId'),
  voidedStatementId: (value) => uuid(value, 'voidedStatementId'),
  verb: (value) => iri(value, 'verb'),
  activity: (value) => iri(value, 'activity'),
  registration: (value) => uuid(value, 'registration'),
  agent: (value) => agentRule(readJson(value), 'agent'),
  since: (value) => timestamp(value, 'since'),
  until: (value) => timestamp(value, 'until'),
  limit: (value) => (/^\d+$/.test(value) ? [] : ['limit is no number']),
  ascending: (value) => (/^(true|false)$/.test(value) ? [] : ['ascending is true or false']),
  from: (value) => (/^\d+$/.test(value) ? [] : ['from is no number']),
};

const idOf = (value: unknown) => (isObject(value) ? value.id : undefined);
const withoutName = (value: unknown) => {
  const { name, objectType, ...rest } = isObject(value) ? value : {};
  return rest;
};

function find(store: Store, query: URLSearchParams, now: string): Answer {
  const headers = { 'x-experience-api-consistent-through': now };
  for (const [name, value] of query) {
    const [fault] = Object.hasOwn(checks, name)
      ? (checks[name]?.(value) ?? [])
      : [`There is no parameter "${name}".`];
    if (fault) throw new Refusal(400, fault);
  }
  const [id, goneId] = [query.get('statementId'), query.get('voidedStatementId')];
  const gone = new Set(
    store.statements.flatMap(({ verb, object }) => (idOf(verb) === voided ? [idOf(object)] : [])),
  );
  if (id !== null || goneId !== null) {
    if (query.size > 1) throw new Refusal(400, 'One statement is asked for by its id alone.');
    const found = store.statements.find((one) => one.id === (id ?? goneId));
    if (!found || gone.has(found.id) !== (goneId !== null))
      throw new Refusal(404, 'There is no such statement.');
    return json(found, headers);
  }
  const wanted = [...query].flatMap(([name, value]) => filters[name]?.(value) ?? []);
  const found = store.statements.filter((one) => !gone.has(one.id) && wanted.every((is) => is(one)));
  if (query.get('ascending') !== 'true') found.reverse();
  const [limit, from] = [Number(query.get('limit') ?? 0) || 100, Number(query.get('from') ?? 0)];
  const rest = new URLSearchParams(query);
  rest.set('from', String(from + limit));
  const more = found.length > from + limit ? `/xapi/statements?${rest}` : '';
  return json({ statements: found.slice(from, from + limit), more }, headers);
}
