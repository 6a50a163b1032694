import { useEffect } from 'react';
import { submitByButton } from '../form/submits-or-leaves.ts';

/** Once around all pages: Ctrl+Enter (⌘+Enter) sends the form in which somebody types, whichever it is. */
export function useSubmitKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented || event.isComposing || event.repeat || !(event.target instanceof Element)) return;
      const form = event.target.closest('form');
      if (!form) return;
      event.preventDefault();
      submitByButton(form);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
