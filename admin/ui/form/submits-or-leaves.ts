import type { KeyboardEvent } from 'react';

/** Keys of a form that confirms something: Ctrl+Enter (⌘+Enter) submits it from any of its fields, Escape leaves it. */
export const submitsOrLeaves = (onLeave: () => void) => (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key === 'Escape') onLeave();
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
};
