/** Which pages the documentation has, in the order in which they are listed. */
import { blockTypes } from '../../src/blocks/index.ts';
import { questionTypes } from '../../src/questions/index.ts';

/** A page made of a Markdown file of the repository. */
interface TextPage {
  /** Where it stands in the site. */
  readonly path: string;
  readonly title: string;
  /** The file, from the root of the repository. */
  readonly source: string;
}

/** A page that is made of the tool itself. */
interface MadePage {
  readonly path: string;
  readonly title: string;
  readonly made: 'course-format' | 'commands' | `block/${string}` | `question/${string}`;
}

export type SitePage = TextPage | MadePage;

export interface Chapter {
  readonly title: string;
  readonly pages: readonly SitePage[];
}

const own = (path: string, title: string): TextPage => ({
  path: `${path}.html`,
  title,
  source: `build/docs/pages/${path}.md`,
});

const types = (kind: 'block' | 'question', names: readonly string[]): MadePage[] =>
  names.map((name) => ({ path: `${kind}s/${name}.html`, title: name, made: `${kind}/${name}` }));

export const chapters: readonly Chapter[] = [
  {
    title: 'Start',
    pages: [
      own('index', 'Overview'),
      own('start', 'Start in ten minutes'),
      { path: 'commands.html', title: 'Commands', made: 'commands' },
      { path: 'course-format.html', title: 'Course format', made: 'course-format' },
      own('content', 'What a course can hold'),
      own('classroom', 'For the room'),
      own('theme', 'A theme of your own'),
      own('translate', 'Translate a course'),
    ],
  },
  {
    title: 'Upload',
    pages: [
      own('lms/moodle', 'Moodle'),
      own('lms/talentlms', 'TalentLMS'),
      own('lms/scorm-cloud', 'SCORM Cloud'),
      { path: 'formats.html', title: 'All formats', source: 'src/formats/README.md' },
      { path: 'inspect.html', title: 'Look into a package', source: 'build/inspect/README.md' },
    ],
  },
  {
    title: 'What is recorded',
    pages: [
      own('standards', 'What each standard is told'),
      { path: 'xapi.html', title: 'xAPI and cmi5', source: 'src/formats/xapi/README.md' },
      { path: 'faults.html', title: 'When something goes wrong', source: 'src/sitting/README.md' },
      { path: 'accessibility.html', title: 'Accessibility', source: '.github/ACCESSIBILITY.md' },
      own('security', 'Security'),
    ],
  },
  {
    title: 'Blocks',
    pages: [
      { path: 'blocks.html', title: 'All block types', source: 'src/blocks/README.md' },
      ...types('block', Object.keys(blockTypes)),
    ],
  },
  {
    title: 'Questions',
    pages: [
      { path: 'questions.html', title: 'All question types', source: 'src/questions/README.md' },
      ...types('question', Object.keys(questionTypes)),
    ],
  },
  {
    title: 'The code',
    pages: [
      { path: 'contributing.html', title: 'Contributing', source: '.github/CONTRIBUTING.md' },
      { path: 'map-of-src.html', title: 'The map of src', source: 'src/README.md' },
      { path: 'map-of-build.html', title: 'The map of build', source: 'build/README.md' },
      { path: 'changes.html', title: 'Changes', source: 'CHANGELOG.md' },
    ],
  },
];

export const sitePages: readonly SitePage[] = chapters.flatMap(({ pages }) => pages);
