/** What the library leaves open or gets wrong: bytes that depend on the clock, notes of one line, paragraphs with two styles. */
import { directionOf } from '../../src/locales/direction.ts';
import { openZip } from '../inspect/open-zip.ts';
import { type PackageFile, textFile } from '../pipeline/package-file.ts';
import { zip } from '../pipeline/zip.ts';

const changes: readonly {
  in: RegExp;
  change: (xml: string, language: string, sourceLanguage: string) => string;
}[] = [
  { in: /^docProps\/core\.xml$/, change: withoutDates },
  { in: /^ppt\/notesSlides\/[^/]*\.xml$/, change: inParagraphs },
  { in: /^ppt\/slides\/[^/]*\.xml$/, change: withOneStyleEach },
];

export async function settleDeck(
  deck: Uint8Array,
  language: string,
  sourceLanguage: string,
): Promise<Uint8Array> {
  const opened = await openZip(deck);
  const files: PackageFile[] = [];
  for (const { path } of opened.entries) {
    const content = await opened.read(path);
    const change = changes.find(({ in: place }) => place.test(path))?.change;
    files.push(
      change
        ? textFile(path, change(new TextDecoder().decode(content), language, sourceLanguage))
        : { path, content },
    );
  }
  opened.close();
  return zip(files);
}

/** The library writes the time at which it runs; both dates are optional (ECMA-376 part 2, 11.1). */
function withoutDates(xml: string): string {
  return xml.replace(/\s*<dcterms:(created|modified)\b.*?<\/dcterms:\1>/gs, '');
}

/** The library writes notes as one run: what were lines would be one line. A line that runs the other way is not translated. */
function inParagraphs(xml: string, own: string, source: string): string {
  const paragraph = (line: string) => {
    const runsLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(line);
    const isOther = /\p{L}/u.test(line) && runsLeft !== (directionOf(own) === 'rtl');
    const language = isOther ? source : own;
    const direction = directionOf(language) === 'rtl' ? '<a:pPr algn="r" rtl="1"/>' : '';
    return line === ''
      ? `<a:p>${direction}<a:endParaRPr lang="${language}"/></a:p>`
      : `<a:p>${direction}<a:r><a:rPr lang="${language}"/><a:t>${line}</a:t></a:r></a:p>`;
  };
  return xml.replace(
    /<a:p><a:r><a:rPr [^>]*\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr [^>]*\/><\/a:p>/,
    (_, text: string) => text.split(/\r?\n/).map(paragraph).join(''),
  );
}

/**
 * The library says the properties of a paragraph before each of its runs; they may stand at its beginning only, and
 * PowerPoint wants to repair a file where they do not (ECMA-376 part 1, 21.1.2.2.6).
 */
function withOneStyleEach(xml: string): string {
  return xml.replace(/(<\/a:r>)<a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/gs, '$1');
}
