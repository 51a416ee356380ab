/** What each LMS will say to a package, and why. Facts of LMSs as observed or as they document them. Pure. */
import type { Described, Finding, FindingKind, Standard } from './finding.ts';

export const lmsNames = ['moodle', 'talentlms', 'scorm-cloud', 'strict'] as const;
export type LmsName = (typeof lmsNames)[number];

export interface Verdict {
  readonly lms: LmsName;
  readonly title: string;
  /** It is taken and works; it is taken and something goes wrong; it is refused or cannot work. */
  readonly answer: 'yes' | 'with-faults' | 'no';
  readonly reasons: readonly string[];
}

interface Lms {
  readonly title: string;
  readonly standards: readonly Standard[];
  /** What it says to a standard that it does not take. */
  readonly refusal: string;
  /** Kinds of finding for which it turns a package away, or which keep the course from starting. */
  readonly fatal: readonly FindingKind[];
}

const everywhere: readonly FindingKind[] = [
  ...(['unsafe', 'bomb', 'encrypted', 'no-manifest', 'nested', 'launch'] as const),
  'play-start',
];

/** What an LMS takes and a learner or administrator suffers from. Accessibility is the law's business, not the LMS's. */
const faulty: readonly FindingKind[] = [
  ...(['hosts', 'names', 'manifest', 'play-unwise', 'play-finish', 'play-status', 'play-lost'] as const),
  ...(['play-resume', 'play-missing', 'play-script', 'play-window'] as const),
];

const known: Readonly<Record<LmsName, Lms>> = {
  // 4.5, observed: weak acceptance, a launch file that is missing fails at play.
  moodle: {
    title: 'Moodle',
    standards: ['scorm12', 'scorm2004'],
    refusal: 'Moodle’s SCORM activity takes SCORM 1.2 and 2004 only ("missing imsmanifest.xml").',
    fatal: everywhere,
  },
  talentlms: {
    title: 'TalentLMS',
    standards: ['scorm12', 'xapi', 'cmi5'],
    refusal: 'TalentLMS takes SCORM 1.2, xAPI and cmi5, not SCORM 2004.',
    fatal: [...everywhere, 'forbidden-ending'],
  },
  'scorm-cloud': {
    title: 'SCORM Cloud',
    standards: ['scorm12', 'scorm2004', 'xapi', 'cmi5'],
    refusal: '',
    fatal: everywhere,
  },
  strict: {
    title: 'A strict LMS',
    standards: ['scorm12', 'scorm2004', 'xapi', 'cmi5'],
    refusal: '',
    fatal: [
      ...everywhere,
      ...(['forbidden-ending', 'manifest', 'schema', 'missing-file', 'names'] as const),
      ...(['play-conversation', 'play-illegal'] as const),
    ],
  },
};

export function verdicts(described: Described | null, findings: readonly Finding[]): Verdict[] {
  return lmsNames.map((lms): Verdict => {
    const { title, standards, refusal, fatal } = known[lms];
    const errors = findings.filter(({ severity }) => severity === 'error');
    const isRefused = described !== null && !standards.includes(described.standard);
    const reasons = [
      ...(isRefused ? [refusal] : []),
      ...errors.filter(({ kind }) => fatal.includes(kind)).map(sentence),
    ];
    if (reasons.length > 0) return { lms, title, answer: 'no', reasons };
    const faults = [
      ...errors,
      ...findings.filter(({ severity, kind }) => severity === 'warning' && faulty.includes(kind)),
    ];
    return { lms, title, answer: faults.length > 0 ? 'with-faults' : 'yes', reasons: faults.map(sentence) };
  });
}

function sentence({ message }: Finding): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
