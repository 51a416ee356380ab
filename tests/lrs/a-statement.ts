/** A statement that every LRS takes, to be made wrong in one place. */

export const actor = {
  objectType: 'Agent',
  name: 'Ada',
  account: { homePage: 'https://lms.example', name: 'ada' },
} as const;

export const registration = '7b7f6c0e-5f0a-4a55-9d7c-1f6f0a3c2b11';

export function aStatement(): Record<string, unknown> {
  return {
    id: 'c0a8e6a4-1111-4222-8333-444455556666',
    actor,
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: {
      objectType: 'Activity',
      id: 'https://example.org/course/q',
      definition: {
        name: { en: 'Which valve?' },
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'choice',
        correctResponsesPattern: ['a[,]b'],
        choices: [
          { id: 'a', description: { en: 'Ball' } },
          { id: 'b', description: { en: 'Gate' } },
          { id: 'c', description: { en: 'None' } },
        ],
      },
    },
    result: {
      success: false,
      response: 'a',
      duration: 'PT4.2S',
      score: { scaled: 0.5, raw: 1, min: 0, max: 2 },
    },
    context: {
      registration,
      language: 'en',
      platform: 'Coursewright',
      revision: '1.0.0',
      contextActivities: { parent: [{ id: 'https://example.org/course/page' }] },
      extensions: { 'https://example.org/extension': null },
    },
    timestamp: '2026-11-25T10:00:00.000Z',
  };
}

/** Sets, or with `undefined` takes away, what stands at a path of keys. */
export function changed<Value extends object>(value: Value, path: string, to: unknown): Value {
  const copy = structuredClone(value);
  const keys = path.split(/\.(?!example)/);
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (to === undefined) delete at[last];
  else at[last] = to;
  return copy;
}
