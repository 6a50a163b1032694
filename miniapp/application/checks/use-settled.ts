import { useEffect, useState } from 'react';

/** The server is asked once nothing has been typed for so long, ms. */
const SETTLES_AFTER = 800;

/** A value that has stood for a while. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLES_AFTER);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
