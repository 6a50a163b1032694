import { useEffect, useState } from 'react';

/** Seconds left until the next code may be asked for, counting down; `begin` starts anew. */
export function useCountdown(): { left: number; begin: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(secondsTo(until)), 500);
    return () => clearTimeout(timer);
  });
  const begin = (seconds: number) => {
    setUntil(Date.now() + seconds * 1000);
    setLeft(seconds);
  };
  return { left, begin };
}

// By the clock, not by ticks: a page in the background gets few.
const secondsTo = (instant: number) => Math.max(0, Math.ceil((instant - Date.now()) / 1000));
