import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

const secondsUntil = (instant: string | null): number =>
  instant ? Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000)) : 0;

/** Seconds until an instant, counted down while the page is open; 0 afterwards, and for none. */
export function useTimeLeft(instant: string | null): number {
  const [left, setLeft] = useState(() => secondsUntil(instant));
  useEffect(() => {
    setLeft(secondsUntil(instant));
    if (!instant) return undefined;
    const timer = setInterval(() => setLeft(secondsUntil(instant)), TICK_MS);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}
