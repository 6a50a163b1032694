import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { UseWholePrint } from '../signatures.ts';

export const useWholePrint: UseWholePrint = (showAll) => {
  const latest = useRef(showAll);
  latest.current = showAll;
  useEffect(() => {
    // The page is taken as it stands when the event returns.
    const before = () => flushSync(() => latest.current());
    addEventListener('beforeprint', before);
    return () => removeEventListener('beforeprint', before);
  }, []);
};
