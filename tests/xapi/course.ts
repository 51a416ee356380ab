import { type CourseActivities, unitOf } from '../../src/formats/xapi/activities.ts';

/** A course as the builder leaves it for statements. */
export const pumps: CourseActivities = {
  iri: 'https://example.org/pumps',
  title: 'Pumps',
  version: '2.1.0',
  language: 'en',
  lessons: [
    {
      id: 'basics',
      title: 'Basics',
      pages: [
        { id: 'one', title: 'What a pump does' },
        { id: 'two', title: 'Parts' },
      ],
    },
  ],
  questions: {
    'q-valve': {
      page: 'two',
      prompt: 'Which valve?',
      components: {
        choices: [
          { id: 'a', text: 'Ball' },
          { id: 'b', text: 'Gate' },
        ],
      },
    },
    'q-parts': {
      page: 'two',
      prompt: 'What belongs where?',
      components: {
        source: [
          { id: '1', text: 'Seal' },
          { id: '2', text: 'Rotor' },
        ],
        target: [{ id: 'x', text: 'Shaft' }],
      },
    },
  },
  outcomes: { safe: 'Start it safely' },
};

export const wholePumps = unitOf(pumps, 'pumps');
