import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useIsPhone } from '../../../ui/hooks/use-is-phone.ts';

interface LetterSeen {
  /** Where the letter ends: whoever has that in view has passed the letter. */
  end: RefObject<HTMLDivElement>;
  /** The letter lies open; while it cannot be read, nobody has seen what is to be signed. */
  isShown: boolean;
  onShown: () => void;
  /** Leads to the letter while it has not been seen; absent: nothing is left to see. */
  onSeeLetter: (() => void) | undefined;
}

/** The letter has to lie open before it can be approved. On a phone it lies below the facts, and has to come into view as well. */
export function useLetterSeen(): LetterSeen {
  const isPhone = useIsPhone();
  const end = useRef<HTMLDivElement>(null);
  const [isShown, setIsShown] = useState(false);
  const [isPassed, setIsPassed] = useState(false);
  const onShown = useCallback(() => setIsShown(true), []);
  useEffect(() => {
    if (!isPhone || !isShown || isPassed || !end.current) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsPassed(true);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isPhone, isShown, isPassed]);
  const isSeen = isShown && (isPassed || !isPhone);
  const lead = () => end.current?.parentElement?.scrollIntoView({ block: 'start' });
  return { end, isShown, onShown, onSeeLetter: isSeen ? undefined : () => void lead() };
}
