/** The LMS of xAPI and cmi5 for a play: a strict LRS on loopback. */
import { randomUUID } from 'node:crypto';
import type { Launch } from '../inspect/finding.ts';
import type { PlayedCall, PlayedStatement } from '../inspect/played.ts';
import { isObject, type JsonObject } from '../preview/lrs/checks.ts';
import { serveLrs } from '../preview/lrs/serve-lrs.ts';
import type { PlayLms } from './lms.ts';

const key = `Basic ${Buffer.from('learner-7:play').toString('base64')}`;
const home = 'https://lms.example';

export async function lrsLms(standard: 'xapi' | 'cmi5', launch: Launch, base: string): Promise<PlayLms> {
  const lrs = await serveLrs({ keys: [key], isStateStrict: false, refusesRepeats: false });
  const registration = randomUUID();
  let begun = 0;
  let refused = 0;
  const query = () =>
    standard === 'cmi5'
      ? lrs.launch({
          activityId: `${home}/activity/${encodeURIComponent(launch.id)}`,
          publisherId: launch.id,
          actor: {
            objectType: 'Agent',
            name: 'Seven Learner',
            account: { homePage: home, name: 'learner-7' },
          },
          registration,
          launchMode: 'Normal',
          masteryScore: launch.masteryScore === '' ? null : Number(launch.masteryScore),
          moveOn: launch.moveOn || 'NotApplicable',
          returnUrl: `${base}/returned`,
        })
      : new URLSearchParams({
          endpoint: lrs.endpoint,
          auth: key,
          actor: JSON.stringify({
            objectType: 'Agent',
            name: 'Seven Learner',
            mbox: 'mailto:learner-7@lms.example',
          }),
          registration,
          activity_id: launch.id,
        });
  // What the LMS itself says of a session of cmi5 is not the package's.
  const own = () => lrs.statements().filter(({ authority }) => nameOf(authority) !== 'lms');
  return {
    origins: [lrs.url],
    order(address, how) {
      begun = lrs.log.length;
      refused = lrs.refusals.length;
      const [path = '', hash] = address.split('#');
      const joined = `${path}${path.includes('?') ? '&' : '?'}${query()}`;
      return { address: hash === undefined ? joined : `${joined}#${hash}`, how, lms: null };
    },
    async calls() {
      const refusals = lrs.refusals.slice(refused);
      return lrs.log.slice(begun).map((line): PlayedCall => {
        const [method = '', resource = '', status = ''] = line.split(' ');
        // That something is not there yet is an answer, not a refusal.
        const refusal = Number(status) >= 400 && status !== '404' ? (refusals.shift() ?? null) : null;
        const error = refusal === null ? null : refusal.replace(/^\S+ \S+ /, '');
        return {
          name: `${method} ${resource}`,
          args: [],
          result: status,
          error,
          refusal: error,
          advice: null,
          at: 0,
        };
      });
    },
    hasBegun: (calls) =>
      calls.some(({ name, result }) => /^(POST|PUT) statements/.test(name) && result.startsWith('2')),
    // A statement is kept when it is said.
    unsaved: () => [],
    keep() {},
    record: () => ({
      statements: String(own().length),
      documents: String(
        Object.keys(lrs.documents()).filter((name) => !name.includes('LMS.LaunchData')).length,
      ),
    }),
    statements: () => own().map(played),
    close: () => lrs.stop(),
  };
}

function nameOf(authority: unknown): unknown {
  const { account } = isObject(authority) ? authority : {};
  return isObject(account) ? account.name : undefined;
}

function played({ verb, object, result }: JsonObject): PlayedStatement {
  const { id, definition } = (isObject(object) ? object : {}) as JsonObject;
  const { completion, success, score } = (isObject(result) ? result : {}) as JsonObject;
  const { scaled, raw } = (isObject(score) ? score : {}) as JsonObject;
  return {
    verb: said(isObject(verb) ? verb.display : null) || lastWord(isObject(verb) ? verb.id : ''),
    object: said(isObject(definition) ? definition.name : null) || String(id ?? ''),
    result: [
      success === true ? 'success' : success === false ? 'no success' : '',
      completion === true ? 'complete' : '',
      scaled !== undefined ? `score ${scaled}` : raw !== undefined ? `score ${raw}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  };
}

const said = (words: unknown) => (isObject(words) ? String(Object.values(words)[0] ?? '') : '');
const lastWord = (id: unknown) => String(id).split('/').pop() ?? '';
