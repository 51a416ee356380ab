import type { BlockType } from '../../../src/course/block.ts';
import { type Course, type Lesson, poolOf } from '../../../src/course/course.ts';
import type { Typed } from '../../../src/course/fields.ts';
import { type Mistake, pointerStep } from '../../../src/course/problem.ts';
import { questionTypes } from '../../../src/questions/index.ts';
import { lessonCompletion } from '../scos.ts';
import type { Rule } from './rule.ts';

const oneSco = 'let one SCO hold the course ("scos": "course")';

/** A lesson that is a SCO of its own is complete by something that it has: one that lacks it all would be so at once. */
export const lessonsCanBeCompleted: Rule = ({ course, typed }) => {
  if (course.scos !== 'lesson' || !course.completion) return [];
  return course.lessons.flatMap((lesson, index): Mistake[] => {
    const pointer = `/lessons${pointerStep(index)}`;
    const { pages = 0, activities, minutes, assessment } = lessonCompletion(course, lesson);
    const isAsked = activities && typed.some((one) => isPractice(one, pointer));
    if (pages > 0 || isAsked || minutes !== undefined || assessment) return [];
    return [
      {
        pointer,
        message: `the lesson "${lesson.title}" has nothing of what makes complete, so its SCO would be complete at once.`,
        hint: `Add "pages" to "completion", give the lesson what it lacks, or ${oneSco}.`,
      },
    ];
  });
};

function isPractice({ pointer, type, value }: Typed<BlockType>, lesson: string): boolean {
  const isQuestion = type.question !== undefined || Object.hasOwn(questionTypes, String(value.type));
  return isQuestion && pointer.startsWith(`${lesson}/`) && !pointer.includes('/assessment/');
}

/** A pre-test marks pages as done in its own SCO alone. */
export const pretestsReachTheirPages: Rule = ({ course }) => {
  if (course.scos !== 'lesson') return [];
  return course.lessons.flatMap((lesson, l) =>
    lesson.pages.flatMap((page, p): Mistake[] => {
      if (!page.assessment?.pretest) return [];
      const asked = poolOf(course, page.assessment).flatMap(({ outcome }) => outcome ?? []);
      return [...new Set(asked)].flatMap((outcome) => {
        const elsewhere = teachers(course, outcome);
        if (elsewhere.length === 0 || elsewhere.includes(lesson)) return [];
        return [
          {
            pointer: `/lessons${pointerStep(l)}/pages${pointerStep(p)}/assessment/pretest`,
            message: `the pre-test asks about "${outcome}", which only the lesson "${elsewhere[0]?.title}" teaches: it cannot mark pages of another SCO as done.`,
            hint: `Ask it in that lesson, or ${oneSco}.`,
          },
        ];
      });
    }),
  );
};

/** The lessons with a page that teaches this outcome. */
function teachers(course: Course, outcome: string): Lesson[] {
  return course.lessons.filter((lesson) => lesson.pages.some((page) => page.outcomes?.includes(outcome)));
}

/** A lesson that is a SCO of its own knows of no other: none of them can say that the course is complete. */
export const certificatesCanBeEarned: Rule = ({ course }) =>
  course.scos === 'lesson' && course.certificate
    ? [
        {
          severity: 'warning',
          pointer: '/certificate',
          message:
            'no SCO of a single lesson knows when the course is complete: in those packages there is no certificate.',
          hint: `Take "certificate" out, or ${oneSco}.`,
        },
      ]
    : [];
