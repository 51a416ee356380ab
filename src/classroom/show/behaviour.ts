/** The slide show in a browser: one slide at a time, by keyboard, clicker, finger or mouse, and a window for the presenter. */

const slides = [...document.querySelectorAll<HTMLElement>('.show-slide')];
const byPart = (part: string) => document.querySelector<HTMLElement>(`[data-part="${part}"]`);
const place = byPart('place');
const isPresenter = location.hash.endsWith('-presenter');
let current = Math.max(
  0,
  slides.findIndex(({ id }) => id === location.hash.slice(1).replace('-presenter', '')),
);
/** The other window: the presenter's for the show, the show for the presenter's. */
let other: Window | null = isPresenter ? window.opener : null;

function show(index: number, isTold = false): void {
  current = Math.min(Math.max(index, 0), slides.length - 1);
  for (const [at, slide] of slides.entries()) {
    slide.toggleAttribute('data-current', at === current);
    slide.toggleAttribute('data-next', at === current + 1);
  }
  const slide = slides[current];
  if (!slide) return;
  history.replaceState(null, '', `#${slide.id}${isPresenter ? '-presenter' : ''}`);
  if (place) place.textContent = slide.dataset.place ?? '';
  // To a page that was opened from a disk every other one is a stranger: its window is known, its address is not.
  if (!isTold) other?.postMessage({ slide: current }, '*');
}

function view(name: string): void {
  const { body } = document;
  body.dataset.view = body.dataset.view === name ? 'slide' : name;
  if (body.dataset.view === 'all') slides[current]?.scrollIntoView({ block: 'center' });
}

const actions: Readonly<Record<string, () => void>> = {
  next: () => show(current + 1),
  previous: () => show(current - 1),
  first: () => show(0),
  last: () => show(slides.length - 1),
  notes: () => document.body.toggleAttribute('data-notes'),
  all: () => view('all'),
  full: () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  },
  presenter: () => {
    other = window.open(`#${slides[current]?.id}-presenter`, 'presenter', 'width=1000,height=700');
  },
};

/** What presenters' clickers send are PageUp and PageDown. Arrows go the way the language is read. */
const isRightToLeft = document.documentElement.dir === 'rtl';
const keys: Readonly<Record<string, string>> = {
  PageDown: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'previous',
  ArrowUp: 'previous',
  ArrowRight: isRightToLeft ? 'previous' : 'next',
  ArrowLeft: isRightToLeft ? 'next' : 'previous',
  Home: 'first',
  End: 'last',
  n: 'notes',
  o: 'all',
  f: 'full',
  p: 'presenter',
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onButton = event.key === ' ' && event.target instanceof HTMLButtonElement;
  const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action || onButton) return;
  event.preventDefault();
  actions[action]?.();
});

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const action = target.closest<HTMLElement>('[data-action]')?.dataset.action;
  if (action) return actions[action]?.();
  const slide = target.closest<HTMLElement>('.show-slide');
  if (document.body.dataset.view !== 'all' || !slide) return;
  view('slide');
  show(slides.indexOf(slide));
});

let touchedAt = 0;
document.addEventListener('touchstart', ({ touches }) => {
  touchedAt = touches[0]?.clientX ?? 0;
});
document.addEventListener('touchend', ({ changedTouches }) => {
  const moved = (changedTouches[0]?.clientX ?? 0) - touchedAt;
  if (Math.abs(moved) < 50) return;
  actions[moved < 0 === isRightToLeft ? 'previous' : 'next']?.();
});

window.addEventListener('message', ({ source, data }) => {
  if (source === other && Number.isInteger(data?.slide)) show(data.slide, true);
});

document.body.dataset.view = isPresenter ? 'presenter' : 'slide';
show(current, true);
