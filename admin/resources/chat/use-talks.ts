import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openTalks, type Talks } from './talks.ts';

/** All talks of the desk over one line, for as long as its page is open; the page is drawn anew when something comes. */
export function useTalks(onWord: (id: number) => void): Talks | null {
  const client = useQueryClient();
  const [talks, setTalks] = useState<Talks | null>(null);
  const [, draw] = useState(0);
  useEffect(() => {
    const opened = openTalks(client, onWord);
    setTalks(opened);
    const forget = opened.subscribe(() => draw((n) => n + 1));
    return () => {
      forget();
      opened.stop();
    };
  }, [client, onWord]);
  return talks;
}
