import { WrongUse } from '../commands/command.ts';
import { didYouMean, oneOf } from '../pipeline/did-you-mean.ts';
import { defineCommand } from './define-command.ts';
import { jobsIn, jobsOption } from './jobs.ts';

export const validateCommand = defineCommand({
  name: 'validate',
  about: 'Tells every mistake in the course.',
  takes: [{ name: '<folder>', what: 'the folder of a course, or of several' }],
  options: {
    jobs: jobsOption,
    json: { type: 'boolean', about: 'Answers in JSON, for machines.' },
    translations: { type: 'boolean', about: 'Names each text that is not translated, or is outdated.' },
    annotations: {
      type: 'string',
      value: 'github|gitlab',
      about: 'Answers as GitHub Actions or GitLab’s code quality report want it.',
    },
  },
  run: async ([folder = ''], { json, annotations, translations, jobs }, surroundings) => {
    const audience = annotations === undefined ? (json ? 'json' : 'people') : hostNamed(annotations);
    const { validateAll } = await import('../commands/validate.ts');
    return validateAll(surroundings, folder, audience, translations, jobsIn(jobs));
  },
});

/** Pages of code hosts that show a mistake beside its line. */
const hosts = ['github', 'gitlab'] as const;

function hostNamed(name: string): (typeof hosts)[number] {
  const host = hosts.find((one) => one === name);
  if (host) return host;
  throw new WrongUse(
    `There are no annotations for "${name}". ${didYouMean(name, hosts)} Use ${oneOf(hosts)}.`,
  );
}
