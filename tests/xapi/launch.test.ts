import { describe, expect, it } from 'vitest';
import { agentIn } from '../../src/formats/xapi/agent.ts';
import { xapiLaunchIn } from '../../src/formats/xapi/launch.ts';
import { statementId } from '../../src/formats/xapi/statement.ts';

const registration = '7b7f6c0e-5f0a-4a55-9d7c-1f6f0a3c2b11';

describe('the agent of a launch', () => {
  it.each([
    ['{"mbox":"mailto:ada@example.org"}', { objectType: 'Agent', mbox: 'mailto:ada@example.org' }],
    [
      '{"name":["Ada"],"mbox":["mailto:ada@example.org"],"objectType":["Person"]}',
      { objectType: 'Agent', name: 'Ada', mbox: 'mailto:ada@example.org' },
    ],
    [
      '{"name":["Ada"],"account":[{"accountServiceHomePage":"https://lms.example","accountName":"7"}]}',
      { objectType: 'Agent', name: 'Ada', account: { homePage: 'https://lms.example', name: '7' } },
    ],
    [
      '[{"account":{"homePage":"https://lms.example","name":"7"},"mbox":"mailto:a@b.example"}]',
      { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '7' } },
    ],
    ['{"name":"Ada"}', null],
    ['Ada', null],
    ['', null],
    ['null', null],
  ])('%s is %j', (given, agent) => {
    expect(agentIn(given)).toEqual(agent);
  });
});

describe('a launch', () => {
  const query = (over: Record<string, string> = {}) =>
    `?${new URLSearchParams({
      endpoint: 'https://lrs.example/xapi',
      auth: 'Basic abc',
      actor: '{"mbox":"mailto:ada@example.org"}',
      registration,
      activity_id: 'https://example.org/pumps',
      ...over,
    })}`;

  it('is read from the query of the address', () => {
    expect(
      xapiLaunchIn(query({ activity_platform: 'Acme LMS', grouping: 'https://example.org/path' })),
    ).toEqual({
      endpoint: 'https://lrs.example/xapi',
      auth: 'Basic abc',
      actor: { objectType: 'Agent', mbox: 'mailto:ada@example.org' },
      registration,
      activityId: 'https://example.org/pumps',
      platform: 'Acme LMS',
      grouping: ['https://example.org/path'],
    });
  });

  it('keeps out what no LRS would take', () => {
    expect(xapiLaunchIn(query({ registration: '12345', activity_id: 'pumps' }))).toMatchObject({
      registration: null,
      activityId: null,
    });
  });

  it.each([{ endpoint: '' }, { endpoint: 'file:///etc' }, { actor: '{}' }])('with %j is none', (over) => {
    expect(xapiLaunchIn(query(over as never))).toBeNull();
  });
});

describe('the id of a statement', () => {
  it('is a name-based UUID of what happened, the same in every browser and sitting', () => {
    expect(statementId('ada', 'completed')).toBe(statementId('ada', 'completed'));
    expect(statementId('ada', 'completed')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(statementId('ada', 'completed')).not.toBe(statementId('bob', 'completed'));
    expect(statementId('ada', 'completed')).not.toBe(statementId('ada', 'passed 85'));
  });
});
