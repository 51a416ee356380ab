import published from '@learninglocker/xapi-validation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementFaults } from '../../build/preview/lrs/statement-rules.ts';
import { aStatement, changed } from './a-statement.ts';

describe('a statement', () => {
  it('that every LRS takes has no faults, ours and those of a published validator', () => {
    expect(statementFaults(aStatement())).toEqual([]);
    expect(published(aStatement())).toEqual([]);
  });

  it.each([
    ['actor', undefined, 'statement.actor is missing'],
    ['actor.mbox', 'mailto:ada@example.org', 'statement.actor has 2 inverse functional identifiers, not one'],
    ['actor.account', undefined, 'statement.actor has 0 inverse functional identifiers, not one'],
    [
      'actor.account.homePage',
      'lms',
      'statement.actor.account.homePage is "lms", not an IRI with its scheme',
    ],
    ['actor.nickname', 'A', 'statement.actor.nickname is not a property of the standard'],
    ['verb.id', 'answered', 'statement.verb.id is "answered", not an IRI with its scheme'],
    [
      'verb.display',
      { 'not a tag': 'x' },
      'the key of statement.verb.display is "not a tag", not a language tag',
    ],
    ['object.id', 'q 1', 'statement.object.id is "q 1", not an IRI with its scheme'],
    ['object.definition.interactionType', 'guess', /interactionType is "guess", not one of/],
    ['object.definition.interactionType', undefined, /has parts of an interaction and no interactionType/],
    ['object.definition.interactionType', 'numeric', /choices does not belong to "numeric"/],
    ['object.definition.choices.1.id', 'a', 'statement.object.definition.choices holds an id twice'],
    ['object.definition.correctResponsesPattern', ['z'], /"z" is not a pattern of "choice"/],
    ['object.definition.correctResponsesPattern', 'a', /correctResponsesPattern is "a", not a list/],
    ['result.response', 'z', 'statement.result.response "z" is not a response to "choice"'],
    ['result.score.scaled', 1.01, 'statement.result.score.scaled is 1.01, not between -1 and 1'],
    ['result.score.raw', 3, 'statement.result.score.raw is out of its bounds'],
    ['result.score.min', 2, 'statement.result.score.min is not below its max'],
    ['result.duration', '4.2', 'statement.result.duration is "4.2", not an ISO 8601 duration'],
    ['result.duration', 'PT', 'statement.result.duration is "PT", not an ISO 8601 duration'],
    ['result.success', 'no', 'statement.result.success is "no", not true or false'],
    ['result.response', null, 'statement.result.response is null'],
    ['context.registration', 'r1', 'statement.context.registration is "r1", not a UUID'],
    ['context.language', 'en_GB', 'statement.context.language is "en_GB", not a language tag'],
    ['context.extensions', { progress: 1 }, /progress", not an IRI/],
    ['context.contextActivities.sibling', [], /sibling is not a property of the standard/],
    ['context.contextAgents', [], 'statement.context.contextAgents is not a property of the standard'],
    ['timestamp', '2026-11-25T10:00:00', /timestamp is "2026-11-25T10:00:00", not a time by RFC 3339/],
    ['timestamp', '2026-11-25T10:00:00-00:00', /not a time by RFC 3339/],
    ['id', '1', 'statement.id is "1", not a UUID'],
    ['version', '2.0.0', 'statement.version is "2.0.0", not a version 1.0'],
    ['note', 'x', 'statement.note is not a property of the standard'],
  ] as const)('with %s as %j is refused', (path, value, fault) => {
    const faults = statementFaults(changed(aStatement(), path, value));
    expect(faults.join('\n')).toMatch(fault);
  });

  it('of version 2.0 may name agents of its context', () => {
    const contextAgents = [{ objectType: 'contextAgent', agent: { mbox: 'mailto:b@example.org' } }];
    expect(statementFaults(changed(aStatement(), 'context.contextAgents', contextAgents), '2.0.0')).toEqual(
      [],
    );
  });

  it('is refused wherever a property that the standard lacks, or null, is put', () => {
    const places = ['', 'actor', 'verb', 'object', 'object.definition', 'result', 'result.score', 'context'];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.stringMatching(/^[a-z]{12,15}$/),
        fc.constantFrom('x', null, 1, {}),
        (place, name, value) => {
          const path = place === '' ? name : `${place}.${name}`;
          expect(statementFaults(changed(aStatement(), path, value))).not.toEqual([]);
        },
      ),
    );
  });

  it.each(['P1W', 'PT0S', 'PT1H2M3.45S', 'P1Y2M3DT4H5M6S', 'P3D'])('may last %s', (duration) => {
    expect(statementFaults(changed(aStatement(), 'result.duration', duration))).toEqual([]);
  });
});
