/**
 * Dragging by mouse, pen and finger, beside the ways by keyboard and by single taps that every question has. A drag
 * begins on a grip, and only there is the browser kept from scrolling.
 */

export interface Drag {
  /** A copy of it follows the pointer; without one, what is dragged moves by itself. */
  readonly shown?: HTMLElement;
  /** Whether the page scrolls when the pointer comes to its edge. */
  readonly scrolls: boolean;
  /** The pointer is over this now. @param y pixels from the top of the window */
  over(element: Element | null, y: number): void;
  /** The end of it; with null it was given up, or ended nowhere. */
  drop(element: Element | null): void;
}

/** Pixels that a pointer moves before it drags: a hand that trembles taps. */
const threshold = 4;
/** Pixels from the edge of the window where the page begins to scroll, and by how many with each frame. */
const [edge, step] = [72, 8];

/**
 * @param grips a selector of what is taken hold of
 * @param begin says what is dragged by a grip; null where nothing can be
 */
export function dragging(root: HTMLElement, grips: string, begin: (grip: HTMLElement) => Drag | null): void {
  root.addEventListener('pointerdown', (down) => {
    const grip = down.target instanceof Element ? down.target.closest<HTMLElement>(grips) : null;
    if (!grip || !down.isPrimary || down.button !== 0) return;
    // Keeps the mouse from marking text.
    down.preventDefault();
    // Not the grip: what is moved in the document loses the pointer.
    root.setPointerCapture(down.pointerId);
    let drag: Drag | null = null;
    let ghost: HTMLElement | null = null;
    let [x, y] = [down.clientX, down.clientY];
    const under = () => document.elementFromPoint(x, y);
    const move = (event: PointerEvent) => {
      [x, y] = [event.clientX, event.clientY];
      if (!drag && Math.hypot(x - down.clientX, y - down.clientY) < threshold) return;
      if (!drag) {
        drag = begin(grip);
        if (!drag) return finish(null);
        ghost = drag.shown ? ghostOf(drag.shown) : null;
        if (drag.scrolls) requestAnimationFrame(scroll);
      }
      if (ghost) ghost.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
      drag.over(under(), y);
    };
    const scroll = () => {
      if (!drag) return;
      const way = y < edge ? -step : y > window.innerHeight - edge ? step : 0;
      if (way !== 0) {
        window.scrollBy({ top: way, behavior: 'instant' });
        drag.over(under(), y);
      }
      requestAnimationFrame(scroll);
    };
    const finish = (element: Element | null) => {
      const ended = drag;
      drag = null;
      ghost?.remove();
      listening.abort();
      ended?.drop(element);
    };
    const listening = new AbortController();
    const { signal } = listening;
    root.addEventListener('pointermove', move, { signal });
    root.addEventListener('pointerup', () => finish(under()), { signal });
    root.addEventListener('pointercancel', () => finish(null), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && finish(null), { signal });
  });
}

/** What is taken hold of: for the pointer alone, since everyone else has the controls beside it. */
export function makeGrip(): HTMLElement {
  const grip = document.createElement('span');
  grip.className = 'grip';
  grip.setAttribute('aria-hidden', 'true');
  // In a label it would be a tap on the control.
  grip.addEventListener('click', (event) => event.preventDefault());
  return grip;
}

function ghostOf(shown: HTMLElement): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'dragged';
  ghost.setAttribute('aria-hidden', 'true');
  ghost.textContent = shown.textContent;
  document.body.append(ghost);
  return ghost;
}

/** Marks what would take the thing that is dragged. */
export function mark(marked: Element | null, root: ParentNode): void {
  for (const other of root.querySelectorAll('[data-over]')) other.removeAttribute('data-over');
  marked?.toggleAttribute('data-over', true);
}
