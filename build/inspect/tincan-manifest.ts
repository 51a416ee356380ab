/** What a tincan.xml says. Pure. */
import type { Described, Finding } from './finding.ts';
import { resolveHref } from './href.ts';
import { attributeOf, childrenNamed, elementsNamed, parseXml, textOf } from './markup.ts';

export function readTincan(text: string): Described {
  const findings: Finding[] = [];
  const document = parseXml(text);
  const activities = elementsNamed(document, 'activity');
  const launches = activities.flatMap((activity) => {
    const href = textOf(childrenNamed(activity, 'launch')[0]);
    const activityId = attributeOf(activity, 'id');
    if (href === '') return [];
    if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(activityId))
      findings.push({
        ...{ severity: 'error', kind: 'manifest' },
        message: `the id "${activityId}" of its activity is no IRI.`,
        hint: 'An LRS refuses statements about it: it needs a scheme, such as https://.',
      });
    return [
      {
        ...{ title: textOf(childrenNamed(activity, 'name')[0]), href, path: resolveHref(href) },
        ...{ isSilent: false, masteryScore: '', moveOn: '', activityId },
      },
    ];
  });
  if (launches.length === 0)
    findings.push({
      ...{ severity: 'error', kind: 'launch' },
      message: 'nothing in it can be launched.',
      hint: 'One <activity> needs a <launch>.',
    });
  const first = activities.find((one) => childrenNamed(one, 'launch').length > 0) ?? activities[0];
  return {
    ...{ standard: 'xapi', edition: 'xAPI (Tin Can)', identifier: attributeOf(first, 'id') },
    title: textOf(first && childrenNamed(first, 'name')[0]),
    description: textOf(first && childrenNamed(first, 'description')[0]),
    ...{ launches, listed: null, findings },
  };
}
