import { useEffect, useRef, useState } from 'react';
import { isHere } from '../here.ts';

/** A third of the time for which the server remembers (bff: presence.ts). */
const ANNOUNCE_MS = 15_000;

/**
 * Who else is at a place: says again and again that one is there, while the page is looked at, and once that one has gone.
 * @param at.place null: nobody needs to know
 * @param at.says what is said of oneself; said at once when it changes
 */
export function useAnnouncing<Other>(at: {
  place: number | null;
  says: string;
  announce: () => Promise<readonly Other[]>;
  leave: () => Promise<unknown>;
}): readonly Other[] {
  const { place, says } = at;
  const [others, setOthers] = useState<readonly Other[]>([]);
  const acts = useRef(at);
  useEffect(() => {
    acts.current = at;
  });
  useEffect(() => {
    if (place === null) return undefined;
    let isGone = false;
    const announce = async () => {
      if (!isHere()) return;
      const found = await acts.current.announce();
      if (!isGone) setOthers(found);
    };
    tryTo(announce);
    const timer = setInterval(() => tryTo(announce), ANNOUNCE_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [place, says]);
  useEffect(() => {
    if (place === null) return undefined;
    const { leave } = acts.current;
    return () => {
      setOthers([]);
      tryTo(leave);
    };
  }, [place]);
  return others;
}

/** A courtesy: what fails now is said again soon. */
const tryTo = (act: () => Promise<unknown>) => void act().catch(() => {});
