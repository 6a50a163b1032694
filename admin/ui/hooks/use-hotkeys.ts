import { createContext, useContext, useEffect, useRef } from 'react';

/** False while the pages are covered (nobody signed in): no key may then reach them. */
export const HotkeysEnabled = createContext(true);

/** Single keys (`j`, `Enter`) that act on the page; they rest while somebody types or a list or menu is open. */
export function useHotkeys(keys: Record<string, (() => void) | undefined>): void {
  const isEnabled = useContext(HotkeysEnabled);
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!isEnabled) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isBusyWithKeys(event)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isEnabled]);
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=listbox], [role=menu]';
// Enter and Space on a link or button are that link's own.
const PRESSABLE = 'a[href], button, input[type=checkbox], summary';

function isBusyWithKeys({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(TYPING) !== null || ((key === 'Enter' || key === ' ') && target.closest(PRESSABLE) !== null);
}
