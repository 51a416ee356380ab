/** A Learning Record Store that is told besides the LMS, in SCORM packages. */

const readable =
  'What is in a package can be read by every learner, so a credential in it is everybody’s: take one that may do nothing but add statements.';

export const lrs = {
  type: 'object',
  description:
    'A Learning Record Store that SCORM packages tell besides the LMS. {} for one that the launch names by its parameters (endpoint, auth, actor, registration, activity_id).',
  properties: {
    endpoint: {
      type: 'string',
      pattern: '^(https://|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?/)[^\\s?#]+$',
      maxLength: 1000,
      description:
        'Where the LRS is, by https, as "https://lrs.example.org/xapi/". No other is told then; without it that of the launch is.',
    },
    auth: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      description: `Value of the Authorization header, where the launch gives none. ${readable}`,
    },
    learnersCanReadAuth: {
      type: 'boolean',
      const: true,
      description: 'true to accept it: "auth" is in the package, and every learner can read it there.',
    },
    homePage: {
      type: 'string',
      pattern: '^https?://[^\\s<>"{}|\\\\^`]+$',
      maxLength: 1000,
      description:
        'Home page of learners’ accounts: a learner is known by it and the id that the LMS gives. The course’s "iri" when left out.',
    },
  },
  required: [],
  additionalProperties: false,
} as const;
