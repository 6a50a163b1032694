import type { ShowField } from './signatures.ts';

export const showField: ShowField = (id) => {
  // After React has drawn the faults.
  setTimeout(() => {
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }, 0);
};
