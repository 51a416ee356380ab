/** What a tincan.xml says. Pure. */
import type { Described } from './finding.ts';
import { resolveHref } from './href.ts';
import { attributeOf, childrenNamed, elementsNamed, parseXml, textOf } from './markup.ts';
import { tincanFaults } from './tincan-rules.ts';

export function readTincan(text: string): Described {
  const document = parseXml(text);
  const findings = tincanFaults(document);
  const activities = elementsNamed(document, 'activity');
  const launches = activities.flatMap((activity) => {
    const href = textOf(childrenNamed(activity, 'launch')[0]);
    if (href === '') return [];
    return [
      {
        ...{ id: attributeOf(activity, 'id'), title: textOf(childrenNamed(activity, 'name')[0]) },
        ...{ href, path: resolveHref(href), isSilent: false, masteryScore: '', completionThreshold: '' },
        ...{ moveOn: '', resource: '', objectives: [] },
      },
    ];
  });
  const first = activities.find((one) => childrenNamed(one, 'launch').length > 0) ?? activities[0];
  return {
    ...{ standard: 'xapi', edition: 'xAPI (Tin Can)', version: '', identifier: attributeOf(first, 'id') },
    identifiers: {},
    title: textOf(first && childrenNamed(first, 'name')[0]),
    description: textOf(first && childrenNamed(first, 'description')[0]),
    ...{ launches, listed: null, findings },
  };
}
