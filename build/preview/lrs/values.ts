/** The kinds of value a statement is made of (xAPI Data 4). */
import { anything, being, mapOf, matching, text } from './checks.ts';

export const iri = matching('an IRI with its scheme', /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i);
export const uuid = matching(
  'a UUID',
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i,
);
export const languageTag = matching('a language tag', /^([a-z]{2,8}|x)(-[a-z0-9]{1,8})*$/i);
export const languageMap = mapOf(languageTag, text);
export const extensions = mapOf(iri, anything);

/** An ISO 8601 duration. */
export const duration = matching(
  'an ISO 8601 duration',
  /^P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/,
);

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

export const timestamp = being(
  'a time by RFC 3339 with its zone',
  (value) =>
    typeof value === 'string' &&
    rfc3339.test(value) &&
    !/-00:?00$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);

export const version1 = matching('a version 1.0', /^1\.0(\.\d+)?$/);
export const version2 = matching('a version 2.0', /^2\.0(\.\d+)?$/);
