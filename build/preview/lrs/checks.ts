/** Small checks that are put together into the rules of a statement. Pure. */

/** Everything wrong with a value, each with its path; empty where nothing is. */
export type Check = (value: unknown, path: string) => readonly string[];

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

/** A value for which `holds` is true; `what` says what it has to be. */
export function being(what: string, holds: (value: unknown) => boolean): Check {
  return (value, path) => (holds(value) ? [] : [`${path} is ${shown(value)}, not ${what}`]);
}

export const matching = (what: string, pattern: RegExp): Check =>
  being(what, (value) => typeof value === 'string' && pattern.test(value));

export const anyOf = (...values: readonly unknown[]): Check =>
  being(`one of ${values.map((value) => JSON.stringify(value)).join(', ')}`, (value) =>
    values.includes(value),
  );

export const text = being('a string', (value) => typeof value === 'string');
export const flag = being('true or false', (value) => typeof value === 'boolean');
export const number = being('a number', (value) => typeof value === 'number' && Number.isFinite(value));
export const whole = being('a whole number', (value) => Number.isInteger(value) && Number(value) >= 0);
export const anything: Check = () => [];

export function listOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${path}[${index}]`))
      : [`${path} is ${shown(value)}, not a list`];
}

/** An object with any keys: each key and each value is checked. */
export function mapOf(key: Check, each: Check): Check {
  return (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, one]) => [
          ...key(name, `the key of ${path}`),
          ...each(one, `${path}[${name}]`),
        ])
      : [`${path} is ${shown(value)}, not an object`];
}

/** An object with these properties and no others; null is no value (xAPI Data 2.2). */
export function shape(fields: Readonly<Record<string, Check>>, ...required: readonly string[]): Check {
  return (value, path) => {
    if (!isObject(value)) return [`${path} is ${shown(value)}, not an object`];
    const missing = required.filter((name) => value[name] === undefined);
    return [
      ...missing.map((name) => `${path}.${name} is missing`),
      ...Object.entries(value).flatMap(([name, one]) => {
        const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (!check) return [`${path}.${name} is not a property of the standard`];
        return one === null ? [`${path}.${name} is null`] : check(one, `${path}.${name}`);
      }),
    ];
  };
}

/** All of these. */
export function every(...checks: readonly Check[]): Check {
  return (value, path) => checks.flatMap((check) => check(value, path));
}

/** A rule of one's own about an object; anything else was told by another check. */
export function rule(faults: (value: JsonObject, path: string) => readonly string[]): Check {
  return (value, path) => (isObject(value) ? faults(value, path) : []);
}
