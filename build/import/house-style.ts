import usual from './house-style.json' with { type: 'json' };

type Rule = Exclude<keyof typeof usual, 'about' | 'leaveOut'>;

/** What a paragraph is in the style of a house, with what it says there. */
export interface Meaning {
  readonly rule: Rule | 'leaveOut';
  readonly groups: Readonly<Record<string, string>>;
}

export type HouseStyle = (text: string) => Meaning | null;

/** A mistake in the file of a house style: a sentence. */
export class StyleMistake extends Error {}

/**
 * @param json a house style of one's own; a rule that it lacks is the usual one
 * @throws StyleMistake for what is no JSON, no rule or no regular expression
 */
export function houseStyle(json?: string): HouseStyle {
  const own = json === undefined ? {} : parsed(json);
  const unknown = Object.keys(own).find((key) => !(key in usual));
  if (unknown)
    throw new StyleMistake(`"${unknown}" is no rule; the rules are ${Object.keys(usual).join(', ')}.`);
  const { about: _, leaveOut, ...rules } = { ...usual, ...own };
  const tests = [
    ...Object.entries(rules).map(([rule, source]) => [rule as Rule, compiled(rule, source)] as const),
    ...leaveOut.map((source) => ['leaveOut' as const, compiled('leaveOut', source)] as const),
  ];
  return (text) => {
    const plain = text
      .replace(/\\(?=[\\`*_[\]<#>+-])/g, '')
      .replace(/^[*_]+|[*_]+$/g, '')
      .trim();
    for (const [rule, test] of tests) {
      const found = test.exec(plain);
      if (found) return { rule, groups: found.groups ?? {} };
    }
    return null;
  };
}

function parsed(json: string): Partial<typeof usual> {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new StyleMistake(`it is no JSON: ${(error as Error).message}.`);
  }
}

function compiled(rule: string, source: string): RegExp {
  try {
    return new RegExp(source, 'iu');
  } catch (error) {
    throw new StyleMistake(`"${rule}" is no regular expression: ${(error as Error).message}.`);
  }
}
