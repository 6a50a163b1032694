import type { ShowField, ShowTop } from '../signatures.ts';

export const showField: ShowField = (id) => {
  // After React has drawn the faults.
  setTimeout(() => {
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    // Something taller than half the screen is read from its beginning.
    const isTall = (element?.offsetHeight ?? 0) > window.innerHeight / 2;
    element?.scrollIntoView({ block: isTall ? 'start' : 'center' });
  }, 0);
};

export const showTop: ShowTop = () => {
  // Taro scrolls inside the page; those beneath in the stack are hidden and keep their place.
  for (const page of document.querySelectorAll<HTMLElement>('.taro_page'))
    if (page.offsetHeight > 0) page.scrollTop = 0;
};
