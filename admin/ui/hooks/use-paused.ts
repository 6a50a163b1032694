import { useEffect, useState } from 'react';

/** Long enough that a word is typed, short enough not to be noticed. */
const PAUSE_MS = 250;

/** What is typed, once typing pauses. */
export function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
