const rightToLeft = ['ar', 'he', 'fa', 'ur'];

/** The direction in which a language is written. @param language BCP 47 tag, as in the course */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
