/** What an import did: nothing is lost silently. */
export interface Remark {
  /** recognised: it says what it is. guessed: look at it. left: it is for the author. */
  readonly kind: 'recognised' | 'guessed' | 'left';
  /** Line or place in the source, from 1, where it is known. */
  readonly place?: number;
  readonly message: string;
}

/** The report as Markdown: what is left first, because somebody has to do something about it. */
export function reportText(source: string, remarks: readonly Remark[]): string {
  const titles = { left: 'Left for you', guessed: 'Guessed: have a look', recognised: 'Recognised' } as const;
  const sections = (['left', 'guessed', 'recognised'] as const).flatMap((kind) => {
    const own = remarks.filter((remark) => remark.kind === kind);
    if (own.length === 0) return [];
    return [`## ${titles[kind]} (${own.length})`, '', ...own.map(remarkLine), ''];
  });
  return [`# Import of ${source}`, '', ...sections].join('\n');
}

function remarkLine({ place, message }: Remark): string {
  return `- ${place === undefined ? '' : `${place}: `}${message}`;
}
