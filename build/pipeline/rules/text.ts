import { didYouMean } from '../did-you-mean.ts';
import { headingsIn, htmlIn, imagesIn, linksIn } from '../markdown.ts';
import type { Rule } from './rule.ts';
import type { TextRule } from './text-rule.ts';

const markdown = ['markdown', 'inline-markdown'];

/** Markdown holds no HTML and no pictures, and its headings skip no level. */
export const markdownIsPlain: TextRule = {
  formats: markdown,
  mistakesIn: (value) => {
    const levels = [0, ...headingsIn(value)];
    return [
      ...htmlIn(value).map((html) => ({
        quote: html,
        message: `${html.slice(0, 60)} is HTML.`,
        hint: 'Text is Markdown without HTML; a < that is meant as such is written \\<.',
      })),
      ...imagesIn(value).map((src) => ({
        quote: `](${src}`,
        message: `the picture "${src}" stands in a text.`,
        hint: 'Use an "image" block: it has alternative text and a size.',
      })),
      ...levels.slice(1).flatMap((level, index) =>
        level > (levels[index] ?? 0) + 1
          ? [
              {
                message: `a heading with ${'#'.repeat(level)} follows one with ${'#'.repeat(levels[index] ?? 0) || 'none'}.`,
                hint: 'Headings of a text begin with # and skip no level: screen readers move along them.',
              },
            ]
          : [],
      ),
    ];
  },
};

/** Links lead to a page or block of the course, or to the web. */
export const linksLeadSomewhere: Rule = ({ ofFormats }) => {
  const ids = ofFormats('id').map(({ value }) => value);
  return ofFormats(...markdown).flatMap(({ pointer, value }) =>
    linksIn(value).flatMap((href) => {
      if (/^(https?:\/\/|mailto:)/.test(href)) return [];
      if (href.startsWith('#') && ids.includes(href.slice(1))) return [];
      return [
        {
          pointer,
          quote: `](${href}`,
          message: `the link "${href}" leads nowhere.`,
          hint: `Link to the web (https://…) or to an id of the course (#id). ${didYouMean(href.replace(/^#/, ''), ids)}`.trim(),
        },
      ];
    }),
  );
};
