import { formats } from '../../src/formats/index.ts';
import { documentNames } from '../documents/names.ts';
import { defineCommand } from './define-command.ts';
import { jobsIn, jobsOption } from './jobs.ts';

export const buildCommand = defineCommand({
  name: 'build',
  about:
    'Writes a package a format, and the guide, slides and handout of the trainer; all when none is named.',
  takes: [{ name: '<folder>', what: 'the folder of a course, or of several' }],
  options: {
    format: {
      type: 'string',
      multiple: true,
      value: [...Object.keys(formats), ...documentNames].join('|'),
      about: 'What to build; may be given several times.',
    },
    language: {
      type: 'string',
      multiple: true,
      value: '<tag>|together',
      about:
        'A language to build, or all in one package; may be given several times. As course.json says when left out.',
    },
    out: {
      type: 'string',
      default: 'dist/packages',
      value: '<folder>',
      about: 'Where packages and documents go; dist/packages when left out.',
    },
    json: { type: 'boolean', about: 'Answers in JSON, for machines.' },
    watch: { type: 'boolean', about: 'Builds again at each change, until Ctrl+C.' },
    jobs: jobsOption,
    'no-cache': {
      type: 'boolean',
      about: 'Makes everything anew. The cache is in node_modules/.cache, or where COURSEWRIGHT_CACHE says.',
    },
    frozen: {
      type: 'boolean',
      about: 'Only checks the ledger and never writes it, as always in CI (where the variable CI is set).',
    },
  },
  run: async ([folder = ''], given, surroundings) => {
    const { format: formats, language: languages, out, json, frozen, watch } = given;
    const jobs = jobsIn(given.jobs);
    const isFrozen = frozen || surroundings.isCi;
    const choices = { formats, languages, out, json, jobs, isFrozen, usesCache: !given['no-cache'] };
    if (watch) return (await import('../commands/watch-build.ts')).watchBuild(surroundings, folder, choices);
    return (await import('../commands/build.ts')).build(surroundings, folder, choices);
  },
});
