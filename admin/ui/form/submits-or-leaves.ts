import type { KeyboardEvent } from 'react';

/** Keys of a form that confirms something: Ctrl+Enter (⌘+Enter) submits it from any of its fields, Escape leaves it. */
export const submitsOrLeaves = (onLeave: () => void) => (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key === 'Escape') onLeave();
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (!event.repeat) submitByButton(event.currentTarget);
};

/** Sends a form as its button does: what is on its way already, or is not offered, no key sends either. */
export function submitByButton(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  if (button) button.click();
  else form.requestSubmit();
}
