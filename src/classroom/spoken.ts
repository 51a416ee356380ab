/** What a trainer says to a slide: key messages, facilitator notes, and the activity that is run in the room. Pure. */
import type { Slide } from './deck.ts';

export interface SpokenSlide extends Slide {
  /** Speaker notes. Markdown. */
  readonly spoken: readonly string[];
}

/** The words that speaker notes need, in the course's language. */
export interface SpokenWords {
  keyMessage(number: number): string;
  readonly method: string;
  readonly time: string;
  minutes(count: number): string;
  readonly material: string;
}

/** Speaker notes of a slide, a text each. Markdown. */
export function spokenTo({ keyMessages, notes, activities }: Slide, words: SpokenWords): string[] {
  return [
    ...notes,
    ...activities.map(({ title, classroom: { method, minutes, material, instructions } }) =>
      [
        `**${title}**`,
        `${words.method}: ${method}`,
        `${words.time}: ${words.minutes(minutes)}`,
        ...(material ? [`${words.material}: ${material}`] : []),
        instructions,
      ].join('\n\n'),
    ),
    ...keyMessages.map(({ number, text }) => `**${words.keyMessage(number)}.** ${text}`),
  ];
}
