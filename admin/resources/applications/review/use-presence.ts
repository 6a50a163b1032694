import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { call } from '../../../providers/call.ts';
import { isHere } from '../../../ui/here.ts';

/** A third of the time for which the server remembers (bff: review-presence.ts). */
const ANNOUNCE_MS = 15_000;

/** Who else looks at a waiting application. When it has been decided meanwhile, it is read again. */
export function usePresence(id: number, isWaiting: boolean): string[] {
  const client = useQueryClient();
  const [others, setOthers] = useState<string[]>([]);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const params = { id: String(id) };
    let isGone = false;
    const announce = async () => {
      if (!isHere()) return;
      const reply = await call(reviewEndpoints.announcePresence, { params });
      if (isGone) return;
      setOthers(reply.others);
      if (reply.state !== 'pending') await client.invalidateQueries({ queryKey: ['applications'] });
    };
    // A courtesy: what fails now is said again soon.
    const tryTo = (act: () => Promise<unknown>) => void act().catch(() => {});
    tryTo(announce);
    const timer = setInterval(() => tryTo(announce), ANNOUNCE_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
      setOthers([]);
      tryTo(() => call(reviewEndpoints.endPresence, { params }));
    };
  }, [client, id, isWaiting]);
  return others;
}
