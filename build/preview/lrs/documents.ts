/** State, agent profile and activity profile: documents with entity tags (xAPI 1.0.3 Communication 2.3 and 3.1). */
import { createHash } from 'node:crypto';
import { agent as agentRule } from './actor-rules.ts';
import { type Answer, json, type LrsRequest, Refusal, readJson } from './answer.ts';
import { type Check, isObject } from './checks.ts';
import type { XapiVersion } from './statement-rules.ts';
import type { Store } from './store.ts';
import { iri, timestamp, uuid } from './values.ts';

interface Resource {
  /** The parameters that name a document, the name of its kind last. */
  readonly parameters: Readonly<Record<string, { readonly check: Check; readonly isOptional?: true }>>;
  readonly id: string;
  /** State needs no entity tags in 1.0.3: conflicts there are unlikely, it says. */
  readonly needsTag: (version: XapiVersion) => boolean;
}

const agent: Check = (value, path) => agentRule(readJson(String(value)), path);

const resources: Readonly<Record<string, Resource>> = {
  'activities/state': {
    parameters: {
      activityId: { check: iri },
      agent: { check: agent },
      registration: { check: uuid, isOptional: true },
    },
    id: 'stateId',
    needsTag: (version) => version === '2.0.0',
  },
  'activities/profile': {
    parameters: { activityId: { check: iri } },
    id: 'profileId',
    needsTag: () => true,
  },
  'agents/profile': { parameters: { agent: { check: agent } }, id: 'profileId', needsTag: () => true },
};

export const isDocument = (resource: string) => Object.hasOwn(resources, resource);

/** @param isStrict whether a state needs its tag in 1.0.3 too */
export function answerDocument(
  store: Store,
  request: LrsRequest,
  version: XapiVersion,
  isStrict: boolean,
  now: string,
): Answer {
  const resource = resources[request.resource];
  if (!resource) throw new Refusal(404, `There is no resource "${request.resource}".`);
  const { group, name } = place(resource, request);
  if (name === null) return answerGroup(store, request, group);
  const key = `${group}${name}`;
  const held = store.documents[key];
  if (request.method === 'GET') {
    if (!held) throw new Refusal(404, 'There is no such document.');
    return {
      status: 200,
      headers: { 'content-type': held.contentType, etag: held.etag, 'last-modified': held.updated },
      body: held.content,
    };
  }
  checkTags(request, held?.etag, request.method === 'PUT' && (isStrict || resource.needsTag(version)));
  if (request.method === 'DELETE') delete store.documents[key];
  else {
    const contentType = request.headers['content-type'] ?? 'application/octet-stream';
    const content =
      request.method === 'POST' && held ? merged(held, contentType, request.body) : request.body;
    if (isJson(contentType)) readJson(content);
    store.documents[key] = { contentType, content, etag: tagOf(content), updated: now };
  }
  store.save();
  return { status: 204 };
}

/** Where documents lie: all parameters but the name of the document, and that. */
function place({ parameters, id }: Resource, { query, method }: LrsRequest) {
  const known = [...Object.keys(parameters), id, 'since'];
  const unknown = [...query.keys()].find((key) => !known.includes(key));
  if (unknown) throw new Refusal(400, `There is no parameter "${unknown}".`);
  for (const [key, { check, isOptional }] of Object.entries(parameters)) {
    const value = query.get(key);
    if (value === null && isOptional) continue;
    const [fault] = value === null ? [`${key} is missing`] : check(value, key);
    if (fault) throw new Refusal(400, fault);
  }
  const name = query.get(id);
  if (name === null && method !== 'GET' && !(method === 'DELETE' && id === 'stateId'))
    throw new Refusal(400, `${id} is missing`);
  const since = query.get('since');
  if (since !== null && timestamp(since, 'since').length > 0) throw new Refusal(400, 'since is no time');
  const values = Object.fromEntries(Object.keys(parameters).map((key) => [key, query.get(key) ?? '']));
  return { group: groupOf(parameters, id, values), name };
}

function groupOf(
  parameters: Resource['parameters'],
  id: string,
  values: Readonly<Record<string, string>>,
): string {
  const where = Object.keys(parameters).map((key) =>
    key === 'agent' ? identityOf(values[key] ?? '') : (values[key] ?? ''),
  );
  return `${id}\n${where.join('\n')}\n`;
}

/** Under which key the store keeps a document. */
export function documentKey(
  resource: 'activities/state' | 'agents/profile',
  values: Readonly<Record<string, string>>,
  name: string,
): string {
  const { parameters, id } = resources[resource] as Resource;
  return `${groupOf(parameters, id, values)}${name}`;
}

/** By whom an agent is known: names may differ. */
function identityOf(agent: string): string {
  const { mbox, mbox_sha1sum, openid, account } = readJson(agent) as Record<string, unknown>;
  const home = isObject(account) ? [account.homePage, account.name] : null;
  return JSON.stringify([mbox, mbox_sha1sum, openid, home]);
}

/** Without the name of a document: which there are, or (state alone) away with all of them. */
function answerGroup(store: Store, { method, query }: LrsRequest, group: string): Answer {
  const keys = Object.keys(store.documents).filter((key) => key.startsWith(group));
  if (method === 'DELETE') {
    for (const key of keys) delete store.documents[key];
    store.save();
    return { status: 204 };
  }
  const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
  const recent = keys.filter((key) => Date.parse(store.documents[key]?.updated ?? '') > since);
  return json(recent.map((key) => key.slice(group.length)));
}

function checkTags({ headers }: LrsRequest, held: string | undefined, isNeeded: boolean): void {
  const match = headers['if-match'];
  const noneMatch = headers['if-none-match'];
  const names = (list: string) =>
    list.trim() === '*' ? held !== undefined : list.split(',').some((tag) => tag.trim() === held);
  if (match !== undefined && !names(match))
    throw new Refusal(412, 'The document is not the one that If-Match names.');
  if (noneMatch !== undefined && names(noneMatch))
    throw new Refusal(412, 'There is such a document already.');
  if (isNeeded && match === undefined && noneMatch === undefined && held !== undefined)
    throw new Refusal(409, 'There is a document already: read it, and name its tag in If-Match.');
}

/** A POST merges JSON objects, property by property; anything else has to be PUT. */
function merged(held: { contentType: string; content: string }, contentType: string, body: string): string {
  const [before, more] = [readJson(held.content), readJson(body)];
  if (!isJson(held.contentType) || !isJson(contentType) || !isObject(before) || !isObject(more))
    throw new Refusal(400, 'Only JSON objects can be merged.');
  return JSON.stringify({ ...before, ...more });
}

const isJson = (contentType: string) => contentType.split(';')[0]?.trim() === 'application/json';

export const tagOf = (content: string) => `"${createHash('sha1').update(content).digest('hex')}"`;
