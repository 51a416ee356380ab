/** Agents and groups (xAPI Data 2.4.2). */
import { anyOf, type Check, every, isObject, listOf, matching, rule, shape, text } from './checks.ts';
import { iri } from './values.ts';

const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'] as const;
const fields = {
  name: text,
  mbox: matching('a mailto: address', /^mailto:[^@\s]+@[^@\s]+$/),
  mbox_sha1sum: matching('a SHA-1 sum', /^[0-9a-f]{40}$/i),
  openid: iri,
  account: shape({ homePage: iri, name: text }, 'homePage', 'name'),
};

const identified = (value: Readonly<Record<string, unknown>>) =>
  identifiers.filter((name) => value[name] !== undefined);

export const agent: Check = every(
  shape({ objectType: anyOf('Agent'), ...fields }),
  rule((value, path) =>
    identified(value).length === 1
      ? []
      : [`${path} has ${identified(value).length} inverse functional identifiers, not one`],
  ),
);

export const group: Check = every(
  shape({ objectType: anyOf('Group'), ...fields, member: listOf(agent) }, 'objectType'),
  rule((value, path) => {
    const count = identified(value).length;
    if (count > 1) return [`${path} has ${count} inverse functional identifiers, not one`];
    return count === 0 && value.member === undefined ? [`${path} is a group of nobody`] : [];
  }),
);

export const actor: Check = (value, path) =>
  (isObject(value) && value.objectType === 'Group' ? group : agent)(value, path);
