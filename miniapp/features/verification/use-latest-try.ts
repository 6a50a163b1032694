import { useCallback, useRef, useState } from 'react';

/**
 * What the page says of the latest try. A new one takes the place of the old at once, before anything is known of it; and
 * whatever an earlier one still brings, late, is not heard.
 */
export function useLatestTry<Try>() {
  const [latest, setLatest] = useState<Try | null>(null);
  const running = useRef(0);
  const begin = useCallback((first: Try) => {
    const mine = ++running.current;
    setLatest(first);
    /** Says how this try stands; false when there is a newer one, which the page is about. */
    return (next: Try): boolean => {
      if (mine !== running.current) return false;
      setLatest(next);
      return true;
    };
  }, []);
  return { latest, begin };
}
