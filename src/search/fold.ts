/**
 * How a word looks to the search: without case, accents, vowel marks and the forms that writers do not tell apart.
 * What a reader types and what stands in the text are folded alike. Pure.
 */

/** Letters that Unicode does not take apart, and that readers type without. Arabic: alef wasla, ta marbuta, final ya, tatweel. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
};

export function fold(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      // Accents, harakat, and what makes an alef with hamza or madda of a bare one.
      .replace(/\p{M}/gu, '')
      .replace(/[ßæœøđłıٱةىیکـ]/g, (letter) => alike[letter] ?? letter)
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  );
}
