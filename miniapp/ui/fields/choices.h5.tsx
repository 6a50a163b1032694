import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { ChoicesProps } from './choices-props.ts';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** One stop of Tab; the arrow keys go from choice to choice and choose (WAI-ARIA Authoring Practices, radio group). */
export function Choices({ label, children, ...rest }: ChoicesProps) {
  const group = useRef<HTMLDivElement>(null);
  const radios = () => [...(group.current?.querySelectorAll<HTMLButtonElement>('[role=radio]:not(:disabled)') ?? [])];
  // After every drawing: which one is chosen may have changed, and which are there.
  useLayoutEffect(() => {
    const all = radios();
    const stop = all.find((radio) => radio.getAttribute('aria-checked') === 'true') ?? all[0];
    for (const radio of all) radio.tabIndex = radio === stop ? 0 : -1;
  });
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const all = radios();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = all[(at + step + all.length) % all.length];
    next?.focus();
    next?.click();
  };
  return (
    <div {...rest} ref={group} role="radiogroup" aria-label={label} onKeyDown={move}>
      {children}
    </div>
  );
}
