import { describe, expect, it } from 'vitest';
import { buildPackage } from '../../build/pipeline/build-package.ts';
import type { Block } from '../../src/course/block.ts';
import { scorm12 } from '../../src/formats/scorm12/descriptor.ts';
import { classroomLocales, classroomWordsIn } from '../../src/locales/classroom/index.ts';
import { intlLocale } from '../../src/locales/direction.ts';
import { locales } from '../../src/locales/index.ts';
import type { PluralForms } from '../../src/locales/word.ts';
import { wordsIn } from '../../src/locales/word.ts';
import { courseOf, unzipped } from '../contracts/course-of.ts';

type Table = Readonly<Record<string, string | PluralForms>>;
const gaps = (one: unknown) => [...new Set(JSON.stringify(one).match(/\{\w+\}/g))].sort();
const tables: readonly [string, Table, Table][] = Object.keys(locales).flatMap((name) => {
  const language = name as keyof typeof locales;
  return [
    [language, locales[language], locales.en],
    [`${language} in the classroom`, classroomLocales[language], classroomLocales.en],
  ] as [string, Table, Table][];
});

it('speaks the six official languages of the United Nations', () => {
  expect(Object.keys(locales)).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']);
});

describe.each(tables)('the words: %s', (name, words, english) => {
  it('are those that English has, in its order, with the same gaps to fill', () => {
    expect(Object.keys(words)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(words)) expect(gaps(text), key).toEqual(gaps(english[key]));
  });

  it('have a form for every plural of the language', () => {
    const categories = new Intl.PluralRules(name.slice(0, 2)).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(words))
      if (typeof text === 'object') expect(Object.keys(text).sort(), key).toEqual([...categories].sort());
  });

  it('are all there, and none was left in English', () => {
    if (english === words) return;
    const same = Object.entries(words).filter(([key, text]) => text === english[key] && /[a-z]/.test(key));
    // What is written alike: "Version", "Total" and what holds no word.
    for (const [key, text] of same) expect(JSON.stringify(text), key).toMatch(/^"(\{|\w+"$|[A-Z]\w+ \{)/);
    for (const text of Object.values(words)) expect(JSON.stringify(text)).not.toContain('""');
  });
});

describe('a language', () => {
  it.each([
    ['ar', 0, 'لم تبق أي محاولة.'],
    ['ar', 1, 'بقيت محاولة واحدة.'],
    ['ar', 2, 'بقيت محاولتان.'],
    ['ar', 3, 'بقيت 3 محاولات.'],
    ['ar', 11, 'بقيت 11 محاولة.'],
    ['ar', 100, 'بقيت 100 محاولة.'],
    ['ru', 1, 'Осталась 1 попытка.'],
    ['ru', 2, 'Осталось 2 попытки.'],
    ['ru', 5, 'Осталось 5 попыток.'],
    ['ru', 21, 'Осталась 21 попытка.'],
    ['fr', 0, 'Il reste 0 essai.'],
    ['fr', 2, 'Il reste 2 essais.'],
    ['zh', 2, '还可尝试 2 次。'],
  ] as const)('counts as it does: %s, %i', (language, count, text) => {
    expect(wordsIn(language, locales[language])('question.triesLeft', { count })).toBe(text);
  });

  it('writes numbers as it does', () => {
    const score = 1234.5;
    expect(wordsIn('fr', locales.fr)('result.score', { score })).toBe('1\u202f234,5\u00a0%');
    expect(wordsIn('ru', locales.ru)('result.score', { score })).toBe('1\u00a0234,5\u00a0%');
    expect(wordsIn('ar', locales.ar)('result.score', { score })).toBe('1,234.5 في المائة');
    expect(wordsIn('ar-EG', locales.ar)('result.score', { score: 7 })).toBe('٧ في المائة');
    expect(new Intl.NumberFormat(intlLocale('ar')).resolvedOptions().numberingSystem).toBe('latn');
  });

  it('isolates what runs the other way, and only that', () => {
    const [arabic, english] = [wordsIn('ar', locales.ar), wordsIn('en', locales.en)];
    expect(arabic('nav.nextIs', { title: 'On patrol' })).toBe('التالي: \u2068On patrol\u2069');
    expect(arabic('nav.nextIs', { title: 'في الدورية' })).toBe('التالي: في الدورية');
    expect(english('nav.nextIs', { title: 'في الدورية' })).toBe('Next: \u2068في الدورية\u2069');
    expect(english('nav.nextIs', { title: 'On patrol' })).toBe('Next: On patrol');
  });

  it('is English where the player has no words in it', () => {
    expect(classroomWordsIn('de')('guide.title')).toBe('Facilitator guide');
    expect(classroomWordsIn('fr-CA')('guide.contents')).toBe('Table des matières');
  });
});

it('carries the words that its scripts say, and no others', async () => {
  const text: Block = { type: 'text', text: 'Hello.' } as Block;
  const built = await buildPackage(courseOf({ blocks: [text] }), scorm12);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  const data = /id="cw-data">(.*?)<\/script>/s.exec(unzipped(built.files, 'index.html'))?.[1] ?? '';
  const { words } = JSON.parse(data) as { words: Record<string, unknown> };
  expect(words['save.saving']).toBe('Saving…');
  expect(Object.keys(words)).not.toContain('assessment.timeUp');
  const script = unzipped(built.files, 'player.js');
  for (const key of Object.keys(locales.en))
    expect(Object.hasOwn(words, key), key).toBe(script.includes(`"${key}"`));
});
