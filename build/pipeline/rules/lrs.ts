import type { Mistake } from '../../../src/course/problem.ts';
import type { Rule } from './rule.ts';

/** What is told names everything by the course's IRI. */
export const lrsKnowsTheCourse: Rule = ({ course }) => {
  if (!course.lrs || course.iri !== undefined) return [];
  return [
    {
      pointer: '/lrs',
      message: 'an LRS is to be told, and "iri" is missing: it knows the course by it.',
      hint: 'Add "iri", a web address in a domain of yours, such as "https://example.org/courses/first-aid". Nothing needs to be there, but it must never change.',
    },
  ];
};

/** A secret in a package is none. What was seen is not told: it would stand in the log of a pipeline. */
export const secretsStayOut: Rule = ({ course }) => {
  const { endpoint = '', auth, learnersCanReadAuth } = course.lrs ?? {};
  const mistakes: Mistake[] = [];
  if (auth !== undefined && !learnersCanReadAuth)
    mistakes.push({
      pointer: '/lrs/auth',
      message:
        'a credential would be in the package, where every learner can read it and write to the LRS with it.',
      hint: 'Leave it out and let the LMS give it at launch ("auth"). Only where it may do nothing but add statements, and anybody may have it, accept that: "learnersCanReadAuth": true.',
    });
  else if (auth !== undefined && !/^[A-Za-z]+ [!-~]+$/.test(auth))
    mistakes.push({
      pointer: '/lrs/auth',
      message: 'the credential does not have the form of an Authorization header.',
      hint: 'It is the kind and the value, such as "Basic" and the base64 of name, colon and password.',
    });
  if (/^https?:\/\/[^/]*@/.test(endpoint))
    mistakes.push({
      pointer: '/lrs/endpoint',
      message: 'there is a name or a password in the address of the LRS, where every learner can read it.',
      hint: 'Take it out of the address: browsers refuse such addresses as well. Let the LMS give it at launch ("auth").',
    });
  if (learnersCanReadAuth && auth === undefined)
    mistakes.push({
      pointer: '/lrs/learnersCanReadAuth',
      message: 'there is no "auth" that learners could read.',
      hint: 'Take "learnersCanReadAuth" out, or add "auth".',
    });
  return mistakes;
};
