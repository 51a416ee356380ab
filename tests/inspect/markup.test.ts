import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  childrenNamed,
  elementsNamed,
  parseHtml,
  parseXml,
  textOf,
} from '../../build/inspect/markup.ts';

describe('the markup of a package', () => {
  it('is read whatever the prefixes of a manifest are', () => {
    const xml = parseXml(
      '\uFEFF<m:item m:id="a"><m:title>War &amp; peace</m:title><item><title/></item></m:item>',
    );
    const [item] = elementsNamed(xml, 'item');
    expect(attributeOf(item, 'm:id')).toBe('a');
    expect(item && childrenNamed(item, 'title').map(textOf)).toEqual(['War & peace']);
    expect(attributeOf(undefined, 'id')).toBe('');
  });

  it('unfolds no entity that a document declares itself', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
    expect(textOf(elementsNamed(parseXml(bomb), 'a')[0])).toBe('&c;');
  });

  it('is read as browsers read it, where tags are left open', () => {
    expect(elementsNamed(parseHtml('<ul><li>one<li>two  words</ul>'), 'li').map(textOf)).toEqual([
      'one',
      'two words',
    ]);
  });
});
