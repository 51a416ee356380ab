import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { renderInlineMarkdown, renderMarkdown, renderPlain } from '../../build/pipeline/markdown.ts';

const parser = new MarkdownIt('commonmark', { html: false })
  .enable(['table', 'strikethrough'])
  .disable('image');

// Lines without headings and links, which are written in a way of our own.
const parts = ['a', 'Wort', 'é', '中', 'ماء', ' ', '  ', '\t', '\u00a0', '\u2028', '\0', '1', '12', '.', ')']
  .concat([
    '(',
    '-',
    '+',
    '*',
    '**',
    '_',
    '~',
    '~~',
    '`',
    '&',
    '&amp;',
    '&#39;',
    '>',
    '"',
    "'",
    '’',
    '\\',
    '!',
  ])
  .concat([
    ':',
    'https://un.org',
    'a@b.org',
    '|',
    '%',
    '@',
    '^',
    '{',
    '}',
    '=',
    '/',
    ',',
    ';',
    '?',
    '–',
    '…',
  ]);

it('writes a text without markup as the parser would', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 6 }), (chosen) => {
      const text = chosen.join('');
      expect(renderMarkdown(text)).toBe(parser.render(text).trim());
      expect(renderInlineMarkdown(text)).toBe(parser.renderInline(text));
      const words = parser.parseInline(text, {}).flatMap(({ children }) => children ?? []);
      const shown = words
        .filter(({ type }) => /^(text|code_inline)$/.test(type))
        .map(({ content }) => content);
      expect(renderPlain(text)).toBe(shown.join(''));
    }),
    { numRuns: 20_000 },
  );
});

it.each([
  ['<b>a</b>', '&lt;b&gt;a&lt;/b&gt;'],
  [
    'a <https://un.org> b',
    'a <a href="https://un.org" target="_blank" rel="noopener noreferrer">https://un.org</a> b',
  ],
  ['# a', '<h3>a</h3>'],
  ['a\n=', '<h3>a</h3>'],
  ['![a](b.png)', '!<a href="b.png">a</a>'],
])('lets no markup through: %s', (text, html) => {
  expect(renderMarkdown(text).replace(/^<p>(.*)<\/p>$/, '$1')).toBe(html);
});
