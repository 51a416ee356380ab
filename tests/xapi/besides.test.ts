import { describe, expect, it } from 'vitest';
import { queriesOf } from '../../src/formats/scorm/launch-queries.ts';
import type { CourseLrs } from '../../src/formats/xapi/activities.ts';
import { unitOf } from '../../src/formats/xapi/activities.ts';
import { besidesLms } from '../../src/formats/xapi/besides.ts';
import { actor, registration } from '../lrs/a-statement.ts';
import { pumps, wholePumps } from './course.ts';

const learner = { learner: 'ada-7', learnerName: 'Lovelace, Ada' };
const launched = (over: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({ endpoint: 'https://lrs.example/xapi/', auth: 'Basic bGF1bmNo', ...over });
const standard = (lrs: CourseLrs, ...queries: URLSearchParams[]) =>
  besidesLms({ ...pumps, lrs }, wholePumps, queries, learner);

/** What a request would carry. */
async function asked(lrs: CourseLrs, ...queries: URLSearchParams[]) {
  const connected = await standard(lrs, ...queries)?.connect();
  if (typeof connected !== 'object') return null;
  const seen: { url: string; auth: string | null }[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    seen.push({ url: String(input), auth: new Headers(init?.headers).get('authorization') });
    return new Response('[]', { headers: { 'content-type': 'application/json' } });
  };
  try {
    await connected.lrs.send([]);
  } finally {
    globalThis.fetch = before;
  }
  return seen[0];
}

describe('an LRS besides an LMS of SCORM', () => {
  it('is none where neither course nor launch names one, or nobody knows who learns', () => {
    expect(standard({})).toBe(null);
    expect(standard({}, launched({ endpoint: 'javascript:alert(1)' }))).toBe(null);
    expect(besidesLms(pumps, wholePumps, [launched()], { learner: '', learnerName: '' })).toBe(null);
  });

  it('is that of the launch, with its learner, registration and activity', () => {
    const given = launched({
      actor: JSON.stringify(actor),
      registration,
      activity_id: 'https://lms.example/7',
    });
    expect(standard({}, new URLSearchParams(), given)?.attempt).toMatchObject({
      ...{ actor, registration, activityId: 'https://lms.example/7' },
    });
  });

  it('is told of an account where the LMS gives id and name alone', () => {
    const of = (lrs: CourseLrs) => standard(lrs, launched())?.attempt;
    const account = (homePage: string) => ({
      actor: { objectType: 'Agent', name: 'Lovelace, Ada', account: { homePage, name: 'ada-7' } },
    });
    expect(of({})).toMatchObject({ ...account(pumps.iri), registration: null, activityId: pumps.iri });
    expect(of({ homePage: 'https://lms.example' })).toMatchObject(account('https://lms.example'));
  });

  it('gets no credential that was given for another address', async () => {
    const own = { endpoint: 'https://own.example/xapi/', auth: 'Basic b3du' };
    expect(await asked({}, launched())).toEqual({
      ...{ url: 'https://lrs.example/xapi/statements', auth: 'Basic bGF1bmNo' },
    });
    expect(await asked(own, launched())).toEqual({
      ...{ url: 'https://own.example/xapi/statements', auth: 'Basic b3du' },
    });
    expect(await asked(own, launched({ endpoint: 'https://own.example/xapi' }))).toMatchObject({
      auth: 'Basic bGF1bmNo',
    });
    expect((await asked({ endpoint: own.endpoint }, launched()))?.auth).not.toBe('Basic bGF1bmNo');
  });

  it('is told of a lesson that is recorded for itself under its own id, whatever the launch calls the course', () => {
    const unit = unitOf(pumps, 'pumps_basics');
    const given = launched({ activity_id: 'https://lms.example/7' });
    expect(besidesLms(pumps, unit, [given], learner)?.attempt).toMatchObject({
      unit: { title: 'Basics', type: 'lesson' },
      activityId: 'https://example.org/pumps/lessons/basics',
      grouping: ['https://lms.example/7'],
    });
  });
});

describe('the parameters of a launch', () => {
  const at = (search: string) => ({ location: { search } });
  it('stand in the address of the package, or of a page around it', () => {
    const top = { ...at('?endpoint=x') } as never as Parameters<typeof queriesOf>[0];
    Object.assign(top, { parent: top });
    const own = { ...at(''), parent: { ...at('?a=1'), parent: top } };
    expect(queriesOf(own).map(String)).toEqual(['', 'a=1', 'endpoint=x']);
  });

  it('are not looked for beyond a page of another origin', () => {
    const own = {
      ...at('?a=1'),
      get parent(): never {
        return {
          get location(): never {
            throw new Error('another origin');
          },
        } as never;
      },
    };
    expect(queriesOf(own).map(String)).toEqual(['a=1']);
  });
});
