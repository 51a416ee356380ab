/**
 * On which page of a PDF each id of its HTML is. Pure. Browsers cannot write page numbers into a table of contents
 * (CSS target-counter), but the PDF that Chromium prints names them: a first print tells the numbers for the second.
 */

/** Page numbers by id, from 1; empty for a PDF that is not written as Chromium writes it. */
export function pageNumbers(pdf: Uint8Array): ReadonlyMap<string, number> {
  const text = Buffer.from(pdf).toString('latin1');
  const kids = new Map(
    [...text.matchAll(/^(\d+) 0 obj\s*<<\s*\/Type \/Pages[^>]*?\/Kids \[([^\]]*)\]/gm)].map(
      ([, id = '', list = '']) => [id, [...list.matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid)],
    ),
  );
  const below = [...kids.values()].flat();
  const root = [...kids.keys()].find((id) => !below.includes(id));
  const pagesFrom = (id: string): string[] => kids.get(id)?.flatMap(pagesFrom) ?? [id];
  const pages = root === undefined ? [] : pagesFrom(root);
  const places = [...text.matchAll(/\/([A-Za-z][\w-]*) \[(\d+) 0 R \/XYZ /g)];
  return new Map(
    places.flatMap(([, id = '', page = '']) =>
      pages.includes(page) ? [[id, pages.indexOf(page) + 1] as const] : [],
    ),
  );
}

const place = /(<span class="contents-page" data-page-of="([^"]*)">)(<\/span>)/g;

/** Whether a document has places for page numbers. */
export function wantsPageNumbers(html: string): boolean {
  return html.search(place) >= 0;
}

/** Writes page numbers where the document has places for them. */
export function fillPageNumbers(html: string, numbers: ReadonlyMap<string, number>): string {
  return html.replace(
    place,
    (_, open: string, id: string, close: string) => `${open}${numbers.get(id) ?? ''}${close}`,
  );
}
