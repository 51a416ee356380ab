import { expect, it } from 'vitest';
import { type ApiWindow, findApi } from '../../src/formats/scorm/find-api.ts';
import type { Scorm12Api } from '../../src/formats/scorm12/tracker.ts';

const API = { LMSGetLastError: () => '0' } as unknown as Scorm12Api;

/** A window of another origin: every look into it throws. */
const foreign = (fields: object) =>
  new Proxy(fields, {
    get: (target, name) => {
      if (name === 'parent' || name === 'opener') return Reflect.get(target, name);
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  }) as ApiWindow;

it.each<{ where: string; window: ApiWindow; found: Scorm12Api | null }>([
  { where: 'in the window itself', window: { API }, found: API },
  { where: 'in a parent of a parent', window: { parent: { parent: { API } } }, found: API },
  { where: 'in the opener', window: { opener: { API } }, found: API },
  { where: 'in a parent of the opener', window: { opener: { parent: { API } } }, found: API },
  { where: 'in the opener of a parent', window: { parent: { opener: { API } } }, found: API },
  {
    where: 'behind a parent of another origin',
    window: { parent: foreign({ parent: { API } }) },
    found: API,
  },
  { where: 'beside the API of SCORM 2004', window: { API, API_1484_11: {} } as ApiWindow, found: API },
  { where: 'nowhere', window: { parent: { opener: null } }, found: null },
])('the API is found $where', ({ window, found }) => expect(findApi(window, 'API')).toBe(found));

it('a window that is its own parent ends the search', () => {
  const window: { parent?: ApiWindow } = {};
  window.parent = window;
  expect(findApi(window, 'API')).toBeNull();
});
