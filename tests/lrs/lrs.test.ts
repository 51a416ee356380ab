import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedLrs, serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import { actor, aStatement, changed, registration } from './a-statement.ts';
import { ask, query, settings } from './ask.ts';

let lrs: ServedLrs;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lrs-'));
  lrs = await serveLrs(settings, join(folder, 'lrs.json'));
});
afterEach(async () => {
  await lrs.stop();
  await rm(folder, { recursive: true });
});

describe('statements', () => {
  it('are kept in their order, once each, and given back by what they are asked by', async () => {
    const [first, second] = [
      aStatement(),
      changed(aStatement(), 'id', 'c0a8e6a4-1111-4222-8333-444455556667'),
    ];
    expect(await ask(lrs, 'POST', 'statements', [first, second])).toMatchObject({
      status: 200,
      body: JSON.stringify([first.id, second.id]),
    });
    expect(await ask(lrs, 'POST', 'statements', first)).toMatchObject({ status: 200 });
    expect(lrs.statements().map(({ id }) => id)).toEqual([first.id, second.id]);
    const found = await ask(lrs, 'GET', `statements?${query({ agent: actor, registration, limit: '1' })}`);
    expect(JSON.parse(found.body)).toMatchObject({
      statements: [{ ...second, version: '1.0.0' }],
      more: expect.stringMatching(/^\/xapi\/statements\?/),
    });
    const more = new URL(JSON.parse(found.body).more, lrs.url).pathname.slice(6);
    expect(more).toBe('statements');
    expect((await ask(lrs, 'GET', `statements?statementId=${first.id}`)).status).toBe(200);
  });

  it('are refused as a whole where one of them is wrong', async () => {
    const wrong = changed(changed(aStatement(), 'id', registration), 'result.score.scaled', 2);
    expect((await ask(lrs, 'POST', 'statements', [aStatement(), wrong])).status).toBe(400);
    expect(lrs.statements()).toEqual([]);
    expect(lrs.refusals).toEqual([
      'POST /xapi/statements 400: statement.result.score.scaled is 2, not between -1 and 1',
    ]);
  });

  it('cannot be said again in other words under the same id', async () => {
    await ask(lrs, 'POST', 'statements', aStatement());
    const other = changed(aStatement(), 'result.success', true);
    expect((await ask(lrs, 'POST', 'statements', other)).status).toBe(409);
    const later = changed(aStatement(), 'timestamp', '2026-11-25T10:00:01.000Z');
    expect((await ask(lrs, 'POST', 'statements', later)).status).toBe(409);
  });

  it('that are there already are a conflict where an LRS is told to see it so', async () => {
    lrs.settings = { ...settings, refusesRepeats: true };
    await ask(lrs, 'POST', 'statements', aStatement());
    expect((await ask(lrs, 'POST', 'statements', aStatement())).status).toBe(409);
  });

  it('that are voided are found by that alone', async () => {
    const id = String(aStatement().id);
    await ask(lrs, 'POST', 'statements', aStatement());
    await ask(lrs, 'POST', 'statements', {
      actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id },
    });
    expect((await ask(lrs, 'GET', `statements?statementId=${id}`)).status).toBe(404);
    expect((await ask(lrs, 'GET', `statements?voidedStatementId=${id}`)).status).toBe(200);
  });
});

describe('a request', () => {
  it.each([
    { how: 'without a version', headers: { 'x-experience-api-version': '' }, status: 400 },
    { how: 'of version 0.9', headers: { 'x-experience-api-version': '0.9' }, status: 400 },
    { how: 'of version 2.0', headers: { 'x-experience-api-version': '2.0.0' }, status: 200 },
    { how: 'with a wrong key', headers: { authorization: 'Basic eDp5' }, status: 401 },
    { how: 'of another type', headers: { 'content-type': 'text/plain' }, status: 400 },
  ])('$how is answered with $status', async ({ headers, status }) => {
    expect((await ask(lrs, 'POST', 'statements', aStatement(), headers as never)).status).toBe(status);
  });

  it('that is no JSON, goes to nowhere or brings an unknown parameter is refused', async () => {
    expect((await ask(lrs, 'POST', 'statements', '{')).status).toBe(400);
    expect((await ask(lrs, 'GET', 'statement')).status).toBe(404);
    expect((await ask(lrs, 'GET', 'statements?page=2')).status).toBe(400);
    expect((await ask(lrs, 'GET', 'activities/state?stateId=x')).status).toBe(400);
  });

  it('from a page of another origin is allowed by a preflight, with the headers of xAPI and no others', async () => {
    const preflight = await fetch(`${lrs.endpoint}statements`, {
      method: 'OPTIONS',
      headers: { origin: 'https://lms.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://lms.example');
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, if-match, if-none-match, x-experience-api-version',
    );
    const { headers } = await ask(lrs, 'GET', 'about', undefined, { origin: 'https://lms.example' });
    expect(headers.get('access-control-expose-headers')).toContain('etag');
  });
});

describe('a document', () => {
  const state = `activities/state?${query({ activityId: 'https://example.org/course', agent: actor, registration, stateId: 'place' })}`;
  const profile = `agents/profile?${query({ agent: actor, profileId: 'likes' })}`;

  it('has a tag, and is overwritten only by who read it last', async () => {
    expect((await ask(lrs, 'GET', state)).status).toBe(404);
    expect((await ask(lrs, 'PUT', state, { page: 1 }, { 'if-none-match': '*' })).status).toBe(204);
    expect((await ask(lrs, 'PUT', state, { page: 2 }, { 'if-none-match': '*' })).status).toBe(412);
    const etag = (await ask(lrs, 'GET', state)).headers.get('etag') ?? '';
    expect((await ask(lrs, 'PUT', state, { page: 2 }, { 'if-match': etag })).status).toBe(204);
    expect((await ask(lrs, 'PUT', state, { page: 3 }, { 'if-match': etag })).status).toBe(412);
    expect((await ask(lrs, 'GET', state)).body).toBe('{"page":2}');
  });

  it.each([
    { what: 'a state', path: state, version: '1.0.3', isStateStrict: false, status: 204 },
    { what: 'a state, strictly', path: state, version: '1.0.3', isStateStrict: true, status: 409 },
    { what: 'a state', path: state, version: '2.0.0', isStateStrict: false, status: 409 },
    { what: 'a profile', path: profile, version: '1.0.3', isStateStrict: false, status: 409 },
  ])('$what in $version that is there is answered with $status without a tag', async (row) => {
    lrs.settings = { ...settings, isStateStrict: row.isStateStrict };
    const headers = { 'x-experience-api-version': row.version };
    expect((await ask(lrs, 'PUT', row.path, { a: 1 }, headers)).status).toBe(204);
    expect((await ask(lrs, 'PUT', row.path, { a: 2 }, headers)).status).toBe(row.status);
  });

  it('is merged by POST, listed, and deleted; another learner and another registration have their own', async () => {
    await ask(lrs, 'POST', state, { a: 1, b: 1 });
    await ask(lrs, 'POST', state, { b: 2 });
    expect((await ask(lrs, 'GET', state)).body).toBe('{"a":1,"b":2}');
    const list = state.replace('&stateId=place', '');
    expect((await ask(lrs, 'GET', list)).body).toBe('["place"]');
    expect((await ask(lrs, 'GET', state.replace('ada', 'bob'))).status).toBe(404);
    expect((await ask(lrs, 'GET', state.replace(registration, registration.replace('7', '8')))).status).toBe(
      404,
    );
    expect((await ask(lrs, 'GET', state.replace('Ada', 'Countess'))).status).toBe(200);
    expect((await ask(lrs, 'DELETE', state)).status).toBe(204);
    expect((await ask(lrs, 'GET', list)).body).toBe('[]');
  });
});

describe('a fault', () => {
  it.each([401, 403, 409, 412, 413, 429, 500, 503])(
    'of status %i is given as often as asked for',
    async (how) => {
      lrs.fail({ resource: 'statements', how, times: 1, retryAfter: 2 });
      const { status, headers } = await ask(lrs, 'POST', 'statements', aStatement());
      expect([status, headers.get('retry-after')]).toEqual([how, '2']);
      expect(lrs.statements()).toEqual([]);
      expect((await ask(lrs, 'POST', 'statements', aStatement())).status).toBe(200);
    },
  );

  it('may be that the answer alone is lost', async () => {
    lrs.fail({ how: 'cut', isAnswerLost: true, times: 1 });
    await expect(ask(lrs, 'POST', 'statements', aStatement())).rejects.toThrow();
    expect(lrs.statements()).toHaveLength(1);
  });

  it('may be that no answer ever comes, or none that a page of another origin may read', async () => {
    lrs.fail({ how: 'time-out', times: 1 });
    const gone = fetch(`${lrs.endpoint}about`, { signal: AbortSignal.timeout(200) });
    await expect(gone).rejects.toThrow();
    lrs.fail({ how: 'no-cors' });
    const { headers } = await ask(lrs, 'GET', 'about', undefined, { origin: 'https://lms.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('such as a restart loses nothing', async () => {
    await ask(lrs, 'POST', 'statements', aStatement());
    await lrs.stop();
    await expect(ask(lrs, 'GET', 'about')).rejects.toThrow();
    await lrs.start();
    expect(lrs.statements()).toMatchObject([{ id: aStatement().id }]);
    expect((await ask(lrs, 'POST', 'statements', aStatement())).status).toBe(200);
  });
});
