/**
 * Writes the sizes of the design into the rules that name them: a learner loads rules, not a vocabulary. What has more
 * than one value (colours, by day and by night) stays a custom property, and goes where no rule names it. Pure.
 * @param css minified: no space before braces
 */
export function inlineTokens(css: string): string {
  const declared = [...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name);
  const once = new Set(declared.filter((name, _, all) => all.indexOf(name) === all.lastIndexOf(name)));
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const values = new Map<string, string>();
  const left = css.replace(/(?<=(^|[{}\n])):root\{([^}]*)\}/g, (_, before: string, declarations: string) => {
    const kept = declarations.split(';').filter((declaration) => {
      const [, name, value = ''] = /^(--[\w-]+):(.*)$/s.exec(declaration) ?? [];
      if (name === undefined) return declaration !== '';
      // What is said within a condition holds in it alone.
      if (!once.has(name) || before === '{') return used.has(name);
      values.set(name, value.trim());
      return false;
    });
    return kept.length > 0 ? `:root{${kept.join(';')}}` : '';
  });
  return left.replace(/var\((--[\w-]+)\)/g, (use, name: string) => values.get(name) ?? use);
}
