import { useEffect, useRef, useState, type RefObject } from 'react';
import { useIsPhone } from '../../../ui/hooks/use-is-phone.ts';

interface LetterSeen {
  /** Where the letter ends: whoever has that in view has passed the letter. */
  end: RefObject<HTMLDivElement>;
  /** Leads to the letter while it has not been seen; absent: nothing is left to see. */
  onSeeLetter: (() => void) | undefined;
}

/** On a phone the letter lies below the facts: it has to come into view before it can be approved. Beside them it is in view. */
export function useLetterSeen(): LetterSeen {
  const isPhone = useIsPhone();
  const end = useRef<HTMLDivElement>(null);
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    if (!isPhone || isSeen || !end.current) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isPhone, isSeen]);
  return {
    end,
    onSeeLetter: isPhone && !isSeen ? () => end.current?.parentElement?.scrollIntoView({ block: 'start' }) : undefined,
  };
}
