/** A learner with a keyboard and nothing else. */
import type { Page } from 'playwright-core';
import type { Question } from '../../src/course/block.ts';

/** Where the focus is, and what is wrong with that: nothing shows it, or something lies over it. */
export interface Stop {
  readonly what: string;
  /** Of the question that it is in. */
  readonly question: string;
  readonly faults: readonly string[];
}

export function stopAt(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const what = focused.outerHTML.replace(/\s+/g, ' ').slice(0, 140);
    const question = focused.closest<HTMLElement>('[data-question]')?.dataset.question ?? '';
    const shown = [focused, focused.closest('label')].filter((one) => one !== null);
    // A document in a frame shows its own.
    const isMarked =
      focused.tagName === 'IFRAME' ||
      shown.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
    const { left, top, width, height } = (focused.closest('label') ?? focused).getBoundingClientRect();
    const isSeen = [0.1, 0.5, 0.9].some((share) => {
      const over = document.elementFromPoint(left + width / 2, top + height * share);
      return over !== null && shown.some((one) => one.contains(over) || over.contains(one));
    });
    const faults = [...(isMarked ? [] : ['nothing shows the focus']), ...(isSeen ? [] : ['it is covered'])];
    return { what, question, faults };
  });
}

/** Presses Tab, or Shift and Tab, until the focus is there: whichever way it lies in the order of the page. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    const way = await page.evaluate((wanted) => {
      const target = [...document.querySelectorAll<HTMLElement>(wanted)].find((one) => one.checkVisibility());
      if (!target) return 'nowhere';
      if (target === document.activeElement) return 'here';
      const isBehind =
        document.activeElement?.compareDocumentPosition(target) === Node.DOCUMENT_POSITION_PRECEDING;
      return isBehind ? 'Shift+Tab' : 'Tab';
    }, selector);
    if (way === 'here') return;
    if (way === 'nowhere') throw new Error(`${selector} is not on the screen`);
    await page.keyboard.press(way);
  }
  throw new Error(`Tab never comes to ${selector}`);
}

/** Answers a question of any type; `response` is what the session would hold. */
export async function answerByKeyboard(
  page: Page,
  question: Question,
  response: readonly string[],
): Promise<void> {
  const root = `[data-question="${question.id}"]`;
  const focusedValue = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  /** One of a group of radio buttons: Tab comes to the group, the arrows choose in it. */
  const chooseOne = async (group: string, wanted: string) => {
    await page.keyboard.press('Tab');
    await tabTo(page, `${group} input:checked, ${group}:not(:has(:checked)) input`);
    for (let step = 0; (await focusedValue()) !== wanted && step < 20; step++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
  };
  const chooseIn = async (select: string, wanted: string) => {
    await tabTo(page, select);
    await page.keyboard.press('Home');
    for (let step = 0; (await focusedValue()) !== wanted && step < 20; step++)
      await page.keyboard.press('ArrowDown');
  };
  switch (question.type) {
    case 'multiple-choice':
    case 'hotspot':
      for (const token of response) {
        await tabTo(page, `${root} input[value="${token}"]`);
        await page.keyboard.press('Space');
      }
      break;
    case 'true-false':
    case 'single-choice':
    case 'likert':
      await chooseOne(`${root} .options`, response[0] ?? '');
      break;
    case 'sorting':
    case 'sorting-activity':
      for (const token of response) await chooseOne(`${root} .groups:has([value="${token}"])`, token);
      break;
    case 'matching':
      for (const [item, target = ''] of response) await chooseIn(`${root} [data-item="${item}"]`, target);
      break;
    case 'sequencing':
      await putInOrder(page, root, response);
      break;
    case 'scenario':
      for (const [scene, choice] of response) {
        await tabTo(page, `${root} [data-scene="${scene}"] [data-choice="${choice}"]`);
        await page.keyboard.press('Enter');
      }
      break;
    case 'cloze':
      for (const token of response) {
        const gap = `${root} [data-gap="${token[0]}"]`;
        if ((await page.locator(gap).evaluate(({ tagName }) => tagName)) === 'SELECT')
          await chooseIn(gap, token.slice(2));
        else {
          await tabTo(page, gap);
          await page.keyboard.type(token.slice(2));
        }
      }
      break;
    default:
      await tabTo(page, `${root} .typed :is(input, textarea)`);
      await page.keyboard.type(response[0] ?? '');
  }
}

/** Each item is moved up to its place; where that is the order already shown, one is moved there and back. */
async function putInOrder(page: Page, root: string, marks: readonly string[]): Promise<void> {
  const order = () =>
    page
      .locator(`${root} .sequence-item`)
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-mark')));
  const move = async (mark: string, way: 'up' | 'down') => {
    await tabTo(page, `${root} [data-mark="${mark}"] [data-move="${way}"]`);
    await page.keyboard.press('Enter');
  };
  const [first = ''] = marks;
  if ((await order())[0] === first) await move(first, 'down');
  for (const [place, mark] of marks.entries())
    for (let at = (await order()).indexOf(mark); at > place; at--) await move(mark, 'up');
}
