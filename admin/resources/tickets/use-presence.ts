import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ticketDeskEndpoints as desk, type TicketPresence } from '../../../bff/contract/ticket-desk/endpoints.ts';
import { call } from '../../providers/call.ts';
import { isHere } from '../../ui/here.ts';

/** A third of the time for which the server remembers (bff: presence.ts). */
const ANNOUNCE_MS = 15_000;

/** Who else is at an open ticket, and who of them writes. When something was said meanwhile, it is read again. */
export function usePresence(at: {
  id: number;
  version: number;
  isOpen: boolean;
  isWriting: boolean;
}): TicketPresence['others'] {
  const { id, version, isOpen, isWriting } = at;
  const client = useQueryClient();
  const [others, setOthers] = useState<TicketPresence['others']>([]);
  const seen = useRef(version);
  useEffect(() => {
    seen.current = version;
  }, [version]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const params = { id: String(id) };
    let isGone = false;
    const announce = async () => {
      if (!isHere()) return;
      const reply = await call(desk.announceAtTicket, { params, body: { isWriting } });
      if (isGone) return;
      setOthers(reply.others);
      if (reply.version > seen.current) await client.invalidateQueries({ queryKey: ['tickets'] });
    };
    // A courtesy: what fails now is said again soon.
    const tryTo = (act: () => Promise<unknown>) => void act().catch(() => {});
    tryTo(announce);
    const timer = setInterval(() => tryTo(announce), ANNOUNCE_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [client, id, isOpen, isWriting]);
  useEffect(() => {
    if (!isOpen) return undefined;
    return () => {
      setOthers([]);
      void call(desk.leaveTicket, { params: { id: String(id) } }).catch(() => {});
    };
  }, [id, isOpen]);
  return others;
}
