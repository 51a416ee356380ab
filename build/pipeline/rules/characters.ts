/** Characters that a text cannot hold, and those that say it was read in the wrong encoding. */
import type { TextRule } from './text-rule.ts';

/** XML 1.0 (2.2) takes no other control character: with one, the LMS refuses the whole manifest. */
const forbidden = /(?![\t\n\r\u0085])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/u;

/** UTF-8 that was taken for Latin-1: “Ã©” for “é”, “â€™” for “’”; and what stands for what was lost. */
const garbled =
  /Ã[\u00A0-\u00BF]|â€[\u0099\u009C\u009D\u2122\u0153\u201C\u0094\u2013]|Â[\u00A0\u00AB\u00BB]|\uFFFD/u;

/** Every text can be shown, and written into a manifest. */
export const charactersCanBeShown: TextRule = {
  mistakesIn: (value) => {
    const wrong = forbidden.exec(value)?.[0];
    if (wrong !== undefined) {
      const code = (wrong.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return [
        {
          message: `the text holds the character U+${code}, which no LMS takes.`,
          hint: 'Take it out; it is not seen in most editors. It came with pasted text.',
        },
      ];
    }
    const at = garbled.exec(value);
    if (!at) return [];
    return [
      {
        severity: 'warning',
        quote: at[0],
        message: `"${value.slice(Math.max(0, at.index - 10), at.index + 12)}" looks like text read in a wrong encoding.`,
        hint: 'Write the character that is meant, and save the file as UTF-8.',
      },
    ];
  },
};
