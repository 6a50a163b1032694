import type { ShowField } from './signatures.ts';

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
