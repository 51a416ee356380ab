/** The values of templates/slides/slide.hbs: one slide, wherever it is shown. Pure. */
import type { Slide } from '../../src/classroom/deck.ts';
import { slideScale } from '../../src/classroom/slide-scale.ts';
import type { Course } from '../../src/course/course.ts';

export function slideView(slide: Slide, course: Course): object {
  return {
    text: undefined,
    columns: undefined,
    image: undefined,
    spoken: undefined,
    ...slide,
    courseTitle: course.title,
    scale: slideScale(slide),
  };
}
