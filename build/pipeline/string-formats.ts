/** What a string of a course can mean. Meanings guide rules and rendering and are not checked here; forms are. Pure. */

/** Of a string in a block; see src/course/field.ts. */
export const blockStringMeanings = [
  ...['id', 'mark', 'markdown', 'inline-markdown', 'plain', 'outcome', 'page', 'bank', 'reference'],
  ...['asset', 'media', 'captions', 'download', 'embed', 'answer'],
];

export const stringMeanings = [...blockStringMeanings, 'classroom-asset', 'font', 'font-name', 'logo'];

/** Forms that a check holds a string to. */
export const stringForms: Readonly<Record<string, (text: string) => boolean>> = {
  uri: (text) => URL.canParse(text),
  language: (text) => {
    try {
      return Intl.getCanonicalLocales(text).length === 1;
    } catch {
      return false;
    }
  },
};
