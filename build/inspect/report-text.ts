/** An inspection for people, as lines. Pure. */
import type { Inspection } from './inspect-package.ts';
import { playLines } from './play-lines.ts';
import { kilobytes } from './size-words.ts';

const answers = { yes: 'takes it', 'with-faults': 'takes it, with faults', no: 'does not' } as const;

export function inspectionLines(inspection: Inspection): string[] {
  const { name, bytes, unpacked, files, described, findings, verdicts, heaviest, play } = inspection;
  const what = described
    ? [
        `  ${described.edition}: ${described.title || 'without a title'} (${described.identifier || 'without an id'})`,
        ...described.launches.map(
          (one) =>
            `  launches ${one.href || 'nothing'}${one.title && one.title !== described.title ? `, "${one.title}"` : ''}${mark(one.masteryScore)}${one.moveOn ? `, moves on when ${one.moveOn}` : ''}`,
        ),
      ]
    : [];
  const width = Math.max(...verdicts.map(({ title }) => title.length));
  return [
    `${name}: ${kilobytes(bytes)} kB, ${files} files, ${kilobytes(unpacked)} kB unpacked`,
    ...what,
    '',
    ...findings.flatMap(({ severity, message, hint, path }) => [
      `${severity}: ${path && !message.includes(path) ? `${path}: ` : ''}${message}`,
      `  ${hint}`,
    ]),
    ...(findings.length > 0 ? [''] : []),
    ...verdicts.flatMap(({ title, answer, reasons }) => [
      `${title.padEnd(width)}  ${answers[answer]}${reasons.length > 0 ? ':' : ''}`,
      ...reasons.slice(0, 3).map((reason) => `  - ${reason}`),
      ...(reasons.length > 3 ? [`  - and ${reasons.length - 3} more`] : []),
    ]),
    '',
    ...(play ? playLines(play) : []),
    'What weighs most in the zip:',
    ...heaviest.slice(0, 5).map(({ path, packed }) => `  ${kilobytes(packed).padStart(9)} kB  ${path}`),
  ];
}

function mark(score: string): string {
  return score ? `, pass mark ${score}` : '';
}
