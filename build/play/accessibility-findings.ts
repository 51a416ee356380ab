/** What axe found, as findings. Pure. */
import type { Finding } from '../inspect/finding.ts';
import type { PlayedLaunch } from '../inspect/played.ts';
import { counted } from '../pipeline/counted.ts';

/** The report has them all; among the findings the first of these are enough. */
const most = 8;

export function accessibilityFindings({ accessibility, screensChecked }: PlayedLaunch): Finding[] {
  const weighty = accessibility.filter(({ impact }) => impact === 'critical' || impact === 'serious');
  const light = accessibility.length - weighty.length;
  const found = weighty.slice(0, most).map(
    ({ rule, help, screens, elements }): Finding => ({
      ...{ severity: 'warning', kind: 'accessibility' },
      message: `axe: ${help} (${rule}, ${counted(elements, 'element')} on ${screens} of ${screensChecked} screens).`,
      hint: 'Some learners cannot use it; in many countries the law asks for it.',
    }),
  );
  const rest = weighty.length - found.length + light;
  if (rest === 0) return found;
  return [
    ...found,
    {
      ...{ severity: 'note', kind: 'accessibility' },
      message: `axe finds ${counted(rest, 'more rule')} broken.`,
      hint: 'They are in the report.',
    },
  ];
}
