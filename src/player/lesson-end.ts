/**
 * The way on from a lesson that is a SCO of its own. What comes next is in the LMS's hands: it is asked where it can
 * be (SCORM 2004), named where it cannot, and a link where there is no LMS.
 */
import { outlinePages } from '../course/outline.ts';
import type { Word } from '../locales/word.ts';
import type { Opening, Tracker } from '../session/tracker.ts';
import type { Saver } from '../sitting/saver.ts';
import type { Session } from '../sitting/session.ts';
import { element } from './element.ts';

export function connectLessonEnd(
  document: Document,
  session: Session,
  connection: Opening['connection'],
  tracker: Pick<Tracker, 'canOpenNext'>,
  saver: Saver,
  word: Word,
): void {
  const place = document.querySelector<HTMLElement>('.turns-end');
  if (!place) return;
  const { title, launch } = place.dataset;
  const last = outlinePages(session.outline).at(-1)?.id;

  const show = (page: string) => {
    place.hidden = page !== last;
    if (place.hidden) return;
    if (title === undefined || launch === undefined) place.textContent = word('lesson.last');
    else if (connection === 'device')
      place.replaceChildren(
        element('a', { class: 'main-button', href: launch }, word('lesson.next', { title })),
      );
    else if (tracker.canOpenNext?.()) place.replaceChildren(nextButton(title));
    else place.textContent = word('lesson.menu', { title });
  };
  const nextButton = (title: string) => {
    const button = element(
      'button',
      { type: 'button', class: 'main-button' },
      word('lesson.next', { title }),
    );
    button.addEventListener('click', () => {
      session.happen({ type: 'left' });
      void saver.close(true);
      // Nothing is recorded from here on, so nothing can be done: the LMS takes this page away, or says that it will not.
      for (const part of document.querySelectorAll<HTMLElement>('main, .outline, [data-turn]'))
        part.inert = true;
      place.textContent = word('lesson.closed', { title });
      place.focus();
    });
    return button;
  };
  show(session.state().page);
  session.listen((event) => {
    if (event.type === 'page-shown') show(event.page);
  });
}
