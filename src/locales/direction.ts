const rightToLeft = ['ar', 'he', 'fa', 'ur'];

/** The direction in which a language is written. @param language BCP 47 tag, as in the course */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * How `Intl` is to write in a language. Arabic without a country has the digits of the UN's documents (1325), whatever
 * the data of a browser say: a number in a text and one beside it look alike. With a country it is as there.
 */
export function intlLocale(language: string): string {
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}
