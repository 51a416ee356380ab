/**
 * Texts of a translated course that stand in its source language. They are marked in the value, so that views need not
 * know of it; in the finished HTML a mark becomes `lang` and `dir`. The marks are noncharacters, which no text can hold.
 */
import { directionOf } from '../../src/locales/direction.ts';

const [begin, end] = ['\uFDD0', '\uFDD1'];
const marks = /[\uFDD0\uFDD1]/g;

export function marked(text: string): string {
  return `${begin}${text}${end}`;
}

export function isMarked(text: string): boolean {
  return text.startsWith(begin);
}

export function withoutMarks(text: string): string {
  return text.replace(marks, '');
}

/** What becomes of a text, with its mark around it. */
export function keepingMark(text: string, change: (text: string) => string): string {
  return isMarked(text) ? marked(change(withoutMarks(text))) : change(text);
}

/** Elements that hold text alone, or are a line of their own: the language is said of them. */
const carriers = /^(option|h[1-6]|p|figcaption|caption)$/;
/** Elements whose text is no markup. */
const mute = /^(script|style|title|textarea)$/;

/** @param language of the source */
export function tellSourcePassages(html: string, language: string): string {
  if (!html.includes(begin)) return html;
  const said = ` lang="${language}" dir="${directionOf(language)}"`;
  const told = html
    .replace(/<(script|style|title|textarea)\b[\s\S]*?<\/\1>/g, withoutMarks)
    .replace(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g, (tag, name: string, attributes: string) => {
      if (!attributes.includes(begin) || mute.test(name)) return tag;
      const isPicture = name === 'img' && !/\slang=/.test(attributes);
      return `<${name}${isPicture ? ` lang="${language}"` : ''}${withoutMarks(attributes)}>`;
    })
    .replace(
      /(?:<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>)?\uFDD0([^\uFDD1]*)\uFDD1(?=(<\/([a-z][a-z0-9]*)>)?)/g,
      (
        _,
        name: string | undefined,
        attributes: string | undefined,
        text: string,
        __,
        closed: string | undefined,
      ) => {
        const opening = name === undefined ? '' : `<${name}${attributes}>`;
        if (name !== undefined && carriers.test(name) && closed === name)
          return `<${name}${attributes}${said}>${text}`;
        const around = /<(p|ul|ol|h[1-6]|table|blockquote|pre|div)\b/.test(text) ? 'div' : 'span';
        return `${opening}<${around}${said}>${text}</${around}>`;
      },
    );
  // Of a text that was cut.
  return withoutMarks(told);
}
