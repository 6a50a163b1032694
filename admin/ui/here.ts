import { useEffect, useRef } from 'react';

/** Who has touched nothing for so long is not here: what asks by the clock rests, or it would keep a deserted session alive. */
const IDLE_MS = 120_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

let touchedAt = Date.now();
for (const touch of TOUCHES) window.addEventListener(touch, () => void (touchedAt = Date.now()), { passive: true });

/** Whether somebody sits before this window. */
export const isHere = (): boolean => !document.hidden && Date.now() - touchedAt <= IDLE_MS;

/** Does something every so many milliseconds while somebody is here, and when somebody comes back to the window. */
export function useWhileHere(act: () => void, everyMs: number): void {
  const current = useRef(act);
  useEffect(() => {
    current.current = act;
  });
  useEffect(() => {
    const tryTo = () => void (isHere() && current.current());
    const onFocus = () => void (document.hidden || current.current());
    const timer = setInterval(tryTo, everyMs);
    window.addEventListener('focus', onFocus);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', onFocus);
    };
  }, [everyMs]);
}
