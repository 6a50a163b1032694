import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { call } from '../../../providers/call.ts';

/** A third of the time for which the server remembers (bff: review-presence.ts). */
const ANNOUNCE_MS = 15_000;
/** Who has touched nothing for so long is not here; announcing on would keep an unattended session alive. */
const IDLE_MS = 120_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Who else looks at a waiting application. When it has been decided meanwhile, it is read again. */
export function usePresence(id: number, isWaiting: boolean): string[] {
  const client = useQueryClient();
  const [others, setOthers] = useState<string[]>([]);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const params = { id: String(id) };
    let touchedAt = Date.now();
    let isGone = false;
    const touch = () => void (touchedAt = Date.now());
    const announce = async () => {
      if (document.hidden || Date.now() - touchedAt > IDLE_MS) return;
      const reply = await call(reviewEndpoints.announcePresence, { params });
      if (isGone) return;
      setOthers(reply.others);
      if (reply.state !== 'pending') await client.invalidateQueries({ queryKey: ['applications'] });
    };
    // A courtesy: what fails now is said again soon.
    const tryTo = (act: () => Promise<unknown>) => void act().catch(() => {});
    tryTo(announce);
    const timer = setInterval(() => tryTo(announce), ANNOUNCE_MS);
    for (const touched of TOUCHES) window.addEventListener(touched, touch, { passive: true });
    return () => {
      isGone = true;
      clearInterval(timer);
      for (const touched of TOUCHES) window.removeEventListener(touched, touch);
      setOthers([]);
      tryTo(() => call(reviewEndpoints.endPresence, { params }));
    };
  }, [client, id, isWaiting]);
  return others;
}
