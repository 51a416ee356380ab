import type { FromSchema } from 'json-schema-to-ts';
import { questionSchema } from '../../course/block.ts';
import { inline, mark, markdown } from '../../course/field.ts';
import { type Mistake, pointerStep } from '../../course/problem.ts';
import type { Components, Credit } from '../logic.ts';

export const schema = questionSchema(
  'scenario',
  'A story that goes on as the learner chooses: scenes with choices, consequences and ends. The end decides the grade.',
  {
    scenes: {
      type: 'array',
      minItems: 2,
      maxItems: 30,
      description: 'The first scene is the beginning; one without choices is an end.',
      items: {
        type: 'object',
        properties: {
          id: mark,
          text: markdown,
          choices: {
            type: 'array',
            minItems: 1,
            maxItems: 6,
            items: {
              type: 'object',
              properties: {
                id: mark,
                text: inline,
                consequence: { ...inline, description: 'What comes of it, and why. One line of Markdown.' },
                next: { type: 'string', description: 'The id of the scene that follows.' },
              },
              required: ['id', 'text', 'consequence', 'next'],
              additionalProperties: false,
            },
          },
          grade: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description: 'For an end: the share of the points that it earns; 1 when left out.',
          },
        },
        required: ['id', 'text'],
        additionalProperties: false,
      },
    },
  },
  ['scenes'],
);

export type Scenario = FromSchema<typeof schema>;

export const credit = (): Credit => 'end';

/** Every choice leads on, every way comes to an end, and every scene can be met. */
export function check({ scenes }: Scenario): Mistake[] {
  const known = scenes.map(({ id }) => id);
  const lost = scenes.flatMap(({ choices = [] }, s) =>
    choices.flatMap(({ next }, c): Mistake[] =>
      known.includes(next)
        ? []
        : [
            {
              pointer: `/scenes${pointerStep(s)}/choices${pointerStep(c)}/next`,
              message: `"${next}" is not the id of a scene.`,
              hint: `The scenes are ${known.map((id) => `"${id}"`).join(', ')}.`,
            },
          ],
    ),
  );
  if (lost.length > 0) return lost;
  const { met, circle } = walkScenes(scenes);
  const mistakes = scenes.flatMap(({ id, choices, grade }, s): Mistake[] => [
    ...(met.has(id)
      ? []
      : [
          {
            pointer: `/scenes${pointerStep(s)}/id`,
            message: `no choice leads to the scene "${id}".`,
            hint: 'Let a choice lead there with "next", or take the scene out.',
          },
        ]),
    ...(choices && grade !== undefined
      ? [
          {
            pointer: `/scenes${pointerStep(s)}/grade`,
            message: `the scene "${id}" has a grade and is no end.`,
            hint: 'Only a scene without choices has a grade.',
          },
        ]
      : []),
  ]);
  if (!scenes[0]?.choices)
    mistakes.push({
      pointer: '/scenes/0',
      message: 'the first scene has no choices.',
      hint: 'The story begins in the first scene: give it "choices".',
    });
  if (circle)
    mistakes.push({
      pointer: '/scenes',
      message: `the story can go in a circle: ${circle.join(' → ')}.`,
      hint: 'Let every choice lead on, to a scene that was not met before: a story has an end.',
    });
  return mistakes;
}

/** The scenes that can be met from the first, and a way that comes back to itself where there is one. */
function walkScenes(scenes: Scenario['scenes']): { met: ReadonlySet<string>; circle: string[] | null } {
  const met = new Set<string>();
  let circle: string[] | null = null;
  const visit = (id: string, from: readonly string[]) => {
    if (from.includes(id)) circle ??= [...from.slice(from.indexOf(id)), id];
    if (met.has(id) || from.includes(id)) return;
    for (const { next } of scenes.find((scene) => scene.id === id)?.choices ?? []) visit(next, [...from, id]);
    met.add(id);
  };
  visit(scenes[0]?.id ?? '', []);
  return { met, circle };
}

export const components = ({ scenes }: Scenario): Components => ({
  steps: scenes.filter(({ choices }) => choices).map(({ id, text }) => ({ id, text })),
});
