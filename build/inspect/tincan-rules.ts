/**
 * Whether a tincan.xml is what those who launch it expect. Its form was published with the first Tin Can packages and is
 * part of no standard; ids and types are activities' of xAPI 1.0.3 (Data 2.4.4.1). Pure.
 */
import type { Finding } from './finding.ts';
import {
  attributeOf,
  childrenNamed,
  type Element,
  elementsNamed,
  isIri,
  type Markup,
  namespaceOf,
  rootNamed,
  sharedId,
  textOf,
} from './markup.ts';

const namespace = 'http://projecttincan.com/tincan.xsd';

export function tincanFaults(document: Markup): Finding[] {
  const root = rootNamed(document, 'tincan');
  if (!root)
    return [
      fault(
        'error',
        'it holds no <tincan>.',
        'It is damaged or cut off: build the package again.',
        'manifest',
      ),
    ];
  const activities = elementsNamed(root, 'activity');
  const launched = activities.filter((one) => childrenNamed(one, 'launch').length > 0);
  const same = sharedId(activities);
  const seen = namespaceOf(root);
  return [
    ...(seen === namespace ? [] : [fault('warning', `its namespace is "${seen}".`, `It is ${namespace}.`)]),
    ...activities.flatMap(activityFaults),
    ...(same === undefined
      ? []
      : [
          fault(
            'error',
            `two activities share the id "${same}".`,
            'An LRS cannot tell what was said of which.',
          ),
        ]),
    ...(launched.some((one) => textOf(childrenNamed(one, 'launch')[0]) !== '')
      ? []
      : [fault('error', 'nothing in it can be launched.', 'One <activity> needs a <launch>.', 'launch')]),
    ...(launched.length > 1
      ? [
          fault(
            'warning',
            `${launched.length} of its activities can be launched.`,
            'Most LMSs take the first and show no other.',
          ),
        ]
      : []),
  ];
}

function activityFaults(activity: Element): Finding[] {
  const [id, type] = [attributeOf(activity, 'id'), attributeOf(activity, 'type')];
  return [
    ...(isIri(id)
      ? []
      : [
          fault(
            'error',
            `the id "${id}" of its activity is no IRI.`,
            'An LRS refuses statements about it: it needs a scheme, such as https://. (xAPI Data 2.4.4.1)',
          ),
        ]),
    ...(isIri(type)
      ? []
      : [
          fault(
            'error',
            `the type "${type}" of activity "${id}" is no IRI.`,
            'Of a course it is http://adlnet.gov/expapi/activities/course. (xAPI Data 2.4.4.1)',
          ),
        ]),
    ...(textOf(childrenNamed(activity, 'name')[0]) === ''
      ? [fault('warning', `the activity "${id}" has no name.`, 'The LMS has nothing to call it by.')]
      : []),
  ];
}

const fault = (
  severity: Finding['severity'],
  message: string,
  hint: string,
  kind: Finding['kind'] = 'manifest',
): Finding => ({
  ...{ severity, kind, message, hint },
});
