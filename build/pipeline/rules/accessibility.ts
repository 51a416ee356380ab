/** What shuts people out and no schema can see. */
import { boldLinesIn, linkTextsIn } from '../markdown.ts';
import type { TextRule } from './text-rule.ts';

/** Words that say nothing of where a link leads, in the languages of the player. */
const empty = [
  ...['here', 'click here', 'more', 'read more', 'link', 'this link', 'this'],
  ...['ici', 'cliquez ici', 'lire la suite', 'aquí', 'haga clic aquí', 'más', 'leer más'],
  ...['здесь', 'тут', 'подробнее', 'هنا', 'اضغط هنا', 'المزيد', '这里', '点击这里', '更多'],
];

/** WCAG 2.4.4: the words of a link say where it leads; screen readers list links without what is around them. */
export const linksSayWhereTheyLead: TextRule = {
  formats: ['markdown', 'inline-markdown'],
  mistakesIn: (value) =>
    linkTextsIn(value).flatMap(({ href, text }): ReturnType<TextRule['mistakesIn']> => {
      const quote = `](${href}`;
      if (text.trim() === '')
        return [
          {
            quote,
            message: `the link "${href}" has no words.`,
            hint: 'Write between [ and ] where it leads.',
          },
        ];
      const isAddress = /^https?:\/\//i.test(text.trim());
      if (!isAddress && !empty.includes(text.trim().toLowerCase())) return [];
      const hint =
        'Name the page or document that it leads to: screen readers list links without their sentence.';
      return [
        { quote, severity: 'warning', message: `the link "${text}" does not say where it leads.`, hint },
      ];
    }),
};

/** WCAG 1.1.1: alternative text says what a picture shows, not what file it is. */
export const alternativeTextsSpeak: TextRule = {
  formats: ['plain', 'inline-markdown', 'markdown'],
  at: /\/alt$/,
  mistakesIn: (value) => {
    if (
      /^[\w./-]+\.(svg|png|jpe?g|gif|webp|avif)$/i.test(value.trim()) ||
      /^(img|dsc|image)[-_ ]?\d+$/i.test(value.trim())
    )
      return [
        {
          message: `"${value}" is the name of a file.`,
          hint: 'Say what the picture shows, for those who cannot see it.',
        },
      ];
    const [, opening] = /^((?:an? )?(?:image|picture|photo|photograph|graphic) of)\b/i.exec(value) ?? [];
    if (!opening) return [];
    const hint = 'Begin with what is to be seen: screen readers say "image" themselves.';
    return [{ severity: 'warning', message: `the alternative text begins with "${opening}".`, hint }];
  },
};

/** WCAG 1.3.1: what looks like a heading is one. */
export const headingsAreHeadings: TextRule = {
  formats: ['markdown'],
  mistakesIn: (value) =>
    boldLinesIn(value).map((line) => {
      const shown = line.length > 60 ? `${line.slice(0, 57)}…` : line;
      return {
        severity: 'warning',
        quote: `**${line}`,
        message: `"${shown}" is a line in bold, alone: it looks like a heading and is none.`,
        hint: 'Write it as a heading (# …), or with other words in its line.',
      };
    }),
};

/** Long runs of capitals are hard to read, and some screen readers spell them. */
export const capitalsAreFew: TextRule = {
  formats: ['markdown', 'inline-markdown', 'plain'],
  at: /^(?!.*\/notes(\/|$))/,
  mistakesIn: (value) => {
    const run = /\b\p{Lu}{2,}(?:[^\p{L}\n]{1,3}\p{Lu}{2,}){3,}/u.exec(value)?.[0];
    if (!run || run.length < 30) return [];
    const hint = 'Use small letters, and **bold** where it matters.';
    return [{ severity: 'warning', quote: run, message: `"${run.slice(0, 60)}" is all in capitals.`, hint }];
  },
};
