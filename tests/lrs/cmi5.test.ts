import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssignableUnit, Group, MoveOn } from '../../build/preview/lrs/cmi5-course.ts';
import { cmi5Faults } from '../../build/preview/lrs/cmi5-rules.ts';
import type { Cmi5Session } from '../../build/preview/lrs/cmi5-session.ts';
import { type ServedLrs, serveLrs } from '../../build/preview/lrs/serve-lrs.ts';
import { judge } from '../xapi/judge.ts';
import { actor, changed, registration } from './a-statement.ts';
import { ask, query, settings } from './ask.ts';

const [defined, moveOn] = ['cmi5', 'moveon'].map(
  (name) => `https://w3id.org/xapi/cmi5/context/categories/${name}`,
);
const extension = (name: string) => `https://w3id.org/xapi/cmi5/context/extensions/${name}`;
const activityId = 'https://lms.example/activity/1';
const publisherId = 'https://example.org/course';

const session: Cmi5Session = {
  id: 'session-1',
  token: 't',
  fetchKey: 'f',
  registration,
  activityId,
  actor,
  launchMode: 'Normal',
  masteryScore: 0.8,
  contextTemplate: {
    contextActivities: { grouping: [{ id: publisherId }] },
    extensions: { [extension('sessionid')]: 'session-1', 'https://lms.example/cohort': 7 },
  },
  isFetched: true,
  hasReadPreferences: true,
  end: null,
  said: ['initialized'],
};

const results: Readonly<Record<string, object>> = {
  initialized: {},
  completed: { result: { completion: true, duration: 'PT1S' } },
  passed: { result: { success: true, duration: 'PT1S', score: { scaled: 0.9, raw: 9, min: 0, max: 10 } } },
  failed: { result: { success: false, duration: 'PT1S', score: { scaled: 0.5 } } },
  terminated: { result: { duration: 'PT1S' } },
};

let count = 0;
function said(verb: string): Record<string, unknown> {
  count++;
  const result = results[verb];
  const isJudged = verb === 'passed' || verb === 'failed';
  return {
    id: `c0a8e6a4-1111-4222-8333-${String(count).padStart(12, '0')}`,
    actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: result ? activityId : 'https://example.org/course/page' },
    ...result,
    context: {
      registration,
      contextActivities: {
        grouping: [{ id: publisherId }],
        ...(result && {
          category: [defined, ...(isJudged || verb === 'completed' ? [moveOn] : [])].map((one) => ({
            id: one,
          })),
        }),
      },
      extensions: {
        [extension('sessionid')]: session.id,
        'https://lms.example/cohort': 7,
        ...(isJudged && { [extension('masteryscore')]: 0.8 }),
      },
    },
    timestamp: '2026-11-25T10:00:00.000Z',
  };
}

const requirements = (
  statement: Record<string, unknown>,
  over: Partial<Cmi5Session> = {},
  before: readonly string[] = [],
) => cmi5Faults({ ...session, ...over }, before, statement).map(({ requirement }) => requirement);

describe('the rules of a session', () => {
  it.each(['completed', 'passed', 'failed', 'terminated', 'experienced'])(
    'take "%s" after "initialized"',
    (verb) => {
      expect(requirements(said(verb))).toEqual([]);
    },
  );

  it.each([
    ['experienced', { said: [] }, [], ['9.3.0.0-4']],
    ['initialized', {}, [], ['9.3.0.0-2']],
    ['initialized', { said: [], hasReadPreferences: false }, [], ['11.0.0.0-3']],
    ['experienced', { end: 'terminated' }, [], ['9.3.0.0-5']],
    ['experienced', { end: 'abandoned' }, [], ['9.3.6.0-2']],
    ['passed', { said: ['initialized', 'failed'] }, [], ['9.3.0.0-3']],
    ['completed', {}, ['initialized', 'completed'], ['9.3.0.0-6']],
    ['passed', {}, ['initialized', 'passed'], ['9.3.0.0-7']],
    ['failed', {}, ['initialized', 'passed'], ['9.3.0.0-8']],
    ['passed', {}, ['initialized', 'failed'], []],
    ['passed', { launchMode: 'Browse' }, [], ['10.2.2.0-9']],
    ['completed', { launchMode: 'Review' }, [], ['10.2.2.0-11']],
    ['terminated', { launchMode: 'Review' }, [], []],
    ['passed', { masteryScore: 0.95 }, [], ['9.6.3.2-2', '9.3.4.0-2']],
  ] as const)('answer "%s" in %j after %j with %j', (verb, over, before, expected) => {
    expect(requirements(said(verb), over as Partial<Cmi5Session>, before)).toEqual(expected);
  });

  it.each([
    ['passed', 'id', undefined, '9.1.0.0-1'],
    ['passed', 'actor', { ...actor, name: 'Eve' }, '8.1.3.0-3'],
    ['passed', 'object.id', publisherId, '9.4.0.0-2'],
    ['passed', 'result.success', false, '9.5.2.0-1'],
    ['failed', 'result.success', true, '9.5.2.0-2'],
    ['completed', 'result.success', true, '9.5.2.0-3'],
    ['completed', 'result.completion', false, '9.5.3.0-1'],
    ['passed', 'result.completion', true, '9.5.3.0-2'],
    ['completed', 'result.score', { scaled: 1 }, '9.5.1.0-2'],
    ['passed', 'result.score.min', undefined, '9.5.1.0-3'],
    ['passed', 'result.score.raw', 8.5, '9.5.1'],
    ['failed', 'result.score.scaled', 0.8, '9.3.5.0-2'],
    ['terminated', 'result.duration', undefined, '9.5.4.1-1'],
    ['completed', 'result.duration', undefined, '9.5.4.1-2'],
    ['passed', 'result.duration', undefined, '9.5.4.1-3'],
    ['failed', 'result.duration', undefined, '9.5.4.1-4'],
    ['passed', 'context.registration', undefined, '9.6.1.0-1'],
    ['passed', 'context.contextActivities.grouping', [], '9.6.2.0-1'],
    ['experienced', 'context.contextActivities.grouping', [], '10.2.1.0-6'],
    ['passed', 'context.contextActivities.category', [{ id: defined }], '9.6.2.2-1'],
    ['experienced', 'context.contextActivities.category', [{ id: moveOn }], '9.6.2.2-2'],
    ['experienced', 'context.extensions', { 'https://lms.example/cohort': 7 }, '9.6.3.1-4'],
    ['experienced', 'context.extensions', { [extension('sessionid')]: 'session-1' }, '10.2.1.0-7'],
    ['experienced', 'timestamp', undefined, '9.7.0.0-1'],
    ['experienced', 'timestamp', '2026-11-25T11:00:00+01:00', '9.7.0.0-2'],
  ] as const)('refuse "%s" with %s as %j by %s', (verb, path, value, requirement) => {
    expect(requirements(changed(said(verb), path, value))).toContain(requirement);
  });
});

describe('an LMS of cmi5', () => {
  let lrs: ServedLrs;
  beforeEach(async () => {
    lrs = await serveLrs(settings);
  });
  afterEach(() => lrs.stop());
  const launch = () =>
    lrs.launch({
      activityId,
      publisherId,
      actor,
      registration,
      launchMode: 'Normal',
      masteryScore: 0.8,
      moveOn: 'CompletedAndPassed',
      returnUrl: 'https://lms.example/back',
    });
  const begin = async () => {
    const parameters = launch();
    const token = await (await fetch(parameters.get('fetch') ?? '', { method: 'POST' })).json();
    const headers = { authorization: `Basic ${token['auth-token']}` };
    const where = { agent: actor, activityId, registration };
    const data = await ask(
      lrs,
      'GET',
      `activities/state?${query({ ...where, stateId: 'LMS.LaunchData' })}`,
      undefined,
      headers,
    );
    const id = JSON.parse(data.body).contextTemplate.extensions[extension('sessionid')] as string;
    const say = (verb: string) => {
      const own = { [extension('sessionid')]: id };
      const judged = /passed|failed/.test(verb) && { [extension('masteryscore')]: 0.8 };
      const words = changed(said(verb), 'context.extensions', { ...own, ...judged });
      return ask(lrs, 'POST', 'statements', words, headers);
    };
    const readPreferences = () =>
      ask(
        lrs,
        'GET',
        `agents/profile?${query({ agent: actor, profileId: 'cmi5LearnerPreferences' })}`,
        undefined,
        headers,
      );
    return { id, parameters, headers, data, say, readPreferences, where };
  };

  it('gives the token once, and an error with status 200 after it', async () => {
    const parameters = launch();
    const post = async () => (await fetch(parameters.get('fetch') ?? '', { method: 'POST' })).json();
    expect((await fetch(parameters.get('fetch') ?? '')).status).toBe(405);
    expect(await post()).toEqual({ 'auth-token': expect.any(String) });
    expect(await post()).toMatchObject({ 'error-code': '1' });
  });

  it('says what it launched, takes a session in order, and nothing after its end', async () => {
    const { data, say, readPreferences } = await begin();
    expect(JSON.parse(data.body)).toMatchObject({
      launchMode: 'Normal',
      masteryScore: 0.8,
      moveOn: 'CompletedAndPassed',
      returnURL: 'https://lms.example/back',
    });
    expect((await say('initialized')).body).toContain('(cmi5 11.0.0.0-3)');
    expect((await readPreferences()).status).toBe(404);
    expect((await say('initialized')).status).toBe(200);
    expect((await say('passed')).status).toBe(200);
    expect((await say('passed')).body).toContain('(cmi5 9.3.0.0-2)');
    expect((await say('terminated')).status).toBe(200);
    expect((await say('experienced')).body).toContain('(cmi5 9.3.0.0-5)');
    expect(
      lrs.statements().map(({ verb }) =>
        String((verb as { id: string }).id)
          .split('/')
          .pop(),
      ),
    ).toEqual(['launched', 'initialized', 'passed', 'terminated']);
  });

  it('abandons what was left open when the next session begins, and lets nobody pass twice', async () => {
    const first = await begin();
    await first.readPreferences();
    await first.say('initialized');
    await first.say('passed');
    const second = await begin();
    expect(lrs.statements().at(-2)).toMatchObject({
      verb: { id: 'https://w3id.org/xapi/adl/verbs/abandoned' },
      result: { duration: expect.stringMatching(/^PT/) },
    });
    expect((await first.say('terminated')).body).toContain('(cmi5 9.3.6.0-2)');
    await second.readPreferences();
    await second.say('initialized');
    expect((await second.say('passed')).body).toContain('(cmi5 9.3.0.0-7)');
  });

  it('keeps its launch data and other learners’ documents from an AU, and preferences in their form', async () => {
    const { headers, where } = await begin();
    const put = (path: string, body: unknown) => ask(lrs, 'PUT', path, body, headers);
    const state = (stateId: string, more: object = {}) =>
      `activities/state?${query({ ...where, ...more, stateId })}`;
    expect((await put(state('LMS.LaunchData'), {})).body).toContain('(cmi5 10.2.1.0-5)');
    expect((await put(state('own'), {})).status).toBe(204);
    expect((await put(state('own', { registration: activityId }), {})).body).toContain('(cmi5 8.1.4.0-3)');
    const other = { account: { homePage: 'https://lms.example', name: 'eve' } };
    expect((await put(state('own', { agent: other }), {})).body).toContain('(cmi5 8.1.3.0-3)');
    const preferences = `agents/profile?${query({ agent: actor, profileId: 'cmi5LearnerPreferences' })}`;
    expect((await put(preferences, { languagePreference: 'en' })).body).toContain('(cmi5 11.0.0.0-5)');
    const wrong = { languagePreference: 'en; fr', audioPreference: 'on' };
    expect((await put(preferences, wrong)).body).toContain('(cmi5 11.1.0.0-1)');
    expect((await put(preferences, { ...wrong, languagePreference: 'en,fr' })).status).toBe(204);
  });

  const unit = (name: string, moveOn: MoveOn): AssignableUnit => ({
    ...{ kind: 'au', activityId: name === 'one' ? activityId : `https://lms.example/activity/${name}` },
    ...{ publisherId: `https://example.org/${name}`, moveOn },
  });
  const group = (kind: Group['kind'], name: string, ...parts: Group['parts']): Group => ({
    ...{ kind, activityId: `https://lms.example/activity/${name}` },
    ...{ publisherId: `https://example.org/${name}`, parts },
  });
  const enrol = (course: Group) => lrs.enrol({ course, actor, registration });
  const satisfied = () =>
    lrs
      .statements()
      .filter(({ verb }) => (verb as { id: string }).id.endsWith('/satisfied'))
      .map(({ object }) => (object as { id: string }).id);

  it.each([
    ['Passed', ['passed']],
    ['Completed', ['completed']],
    ['CompletedAndPassed', ['completed', 'passed']],
    ['CompletedAndPassed', ['passed', 'completed']],
    ['CompletedOrPassed', ['passed']],
    ['CompletedOrPassed', ['completed']],
  ] as const)(
    'says once that a course is satisfied whose AU moves on when %s: after %j',
    async (moveOn, verbs) => {
      enrol(group('course', 'course', unit('one', moveOn)));
      const { say, readPreferences, id } = await begin();
      await readPreferences();
      await say('initialized');
      for (const [index, verb] of verbs.entries()) {
        expect(satisfied(), `before ${verb}`).toEqual([]);
        await say(verb);
        expect(satisfied()).toHaveLength(index === verbs.length - 1 ? 1 : 0);
      }
      expect(lrs.statements().at(-1)).toMatchObject({
        object: {
          id: 'https://lms.example/activity/course',
          definition: { type: 'https://w3id.org/xapi/cmi5/activitytype/course' },
        },
        context: {
          registration,
          contextActivities: {
            grouping: [{ id: 'https://example.org/course' }],
            category: [{ id: defined }],
          },
          extensions: { [extension('sessionid')]: id },
        },
      });
      for (const verb of ['failed', 'terminated']) await say(verb);
      expect(satisfied()).toHaveLength(1);
      judge(lrs);
    },
  );

  it('says that a block is satisfied before the course is, and at enrolment what needs nothing done', async () => {
    const rest = group('block', 'rest', unit('two', 'NotApplicable'));
    enrol(group('course', 'course', group('block', 'first', unit('one', 'Completed')), rest));
    expect(satisfied()).toEqual(['https://lms.example/activity/rest']);
    const { say, readPreferences } = await begin();
    await readPreferences();
    await say('initialized');
    await say('completed');
    expect(satisfied()).toEqual(
      ['rest', 'first', 'course'].map((one) => `https://lms.example/activity/${one}`),
    );
    expect(lrs.statements().at(-2)).toMatchObject({
      object: { definition: { type: 'https://w3id.org/xapi/cmi5/activitytype/block' } },
    });
  });
});
