/** Figures of a bench, one below the other. */
export function printed(title: string, lines: readonly (readonly [what: string, figure: string])[]): void {
  const width = Math.max(...lines.map(([what]) => what.length));
  console.log(
    [`\n${title}`, ...lines.map(([what, figure]) => `  ${what.padEnd(width)}  ${figure}`)].join('\n'),
  );
}
