import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { accountEndpoints, type SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import type { StaffAccount } from '../../bff/contract/accounts/replies.ts';
import { HotkeysEnabled } from '../ui/hooks/use-hotkeys.ts';
import { call } from './call.ts';
import { hasCode } from './failure.ts';
import { SESSION_KEY } from './session-key.ts';

interface Session {
  account: StaffAccount;
  lastSignedInAt: string | null;
}
export type Presence =
  | { kind: 'loading' }
  | { kind: 'unreachable'; error: unknown; retry(): void }
  | { kind: 'absent' }
  | { kind: 'newcomer' }
  | { kind: 'unsecured' }
  | { kind: 'present'; session: Session };

/** Who sits at this browser now. A member's session is nobody here. */
export function usePresence(): Presence {
  const query = useQuery({ queryKey: SESSION_KEY, queryFn: ({ signal }) => loadSession(signal), staleTime: Infinity });
  if (query.isPending) return { kind: 'loading' };
  if (query.isError) return { kind: 'unreachable', error: query.error, retry: () => void query.refetch() };
  const { data } = query;
  if (!data || data.account.kind !== 'staff') return { kind: 'absent' };
  if (data.mustChangePassword) return { kind: 'newcomer' };
  if (data.mustSetUpSecondFactor) return { kind: 'unsecured' };
  return { kind: 'present', session: { account: data.account, lastSignedInAt: data.lastSignedInAt } };
}

async function loadSession(signal: AbortSignal): Promise<SessionReply | null> {
  try {
    return await call(accountEndpoints.showStaffSession, {}, signal);
  } catch (error) {
    if (hasCode(error, 'not_signed_in') || hasCode(error, 'forbidden')) return null;
    throw error;
  }
}

const SessionContext = createContext<Session | null>(null);

/** The signed-in staff member; only below a `SessionGate`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionGate');
  return session;
}

interface GateProps {
  /** Shown instead of the pages while nobody (or a newcomer) is signed in. */
  door(presence: Exclude<Presence, { kind: 'present' }>, visit: 'first' | 'expired'): ReactNode;
  children: ReactNode;
}

/**
 * Shows the pages to whoever is signed in. When a session runs out the pages stay mounted but hidden, so that the same
 * person finds the same address and everything typed; another person gets fresh pages.
 */
export function SessionGate({ door, children }: GateProps) {
  const presence = usePresence();
  const [kept, setKept] = useState<Session | null>(null);
  if (presence.kind === 'present' && kept?.account !== presence.session.account) setKept(presence.session);
  useForgetOfOthers(kept?.account.id);
  const isHere = presence.kind === 'present';
  return (
    <HotkeysEnabled.Provider value={isHere}>
      {kept && (
        <div hidden={!isHere} key={kept.account.id}>
          <SessionContext.Provider value={kept}>{children}</SessionContext.Provider>
        </div>
      )}
      {!isHere && door(presence, kept ? 'expired' : 'first')}
    </HotkeysEnabled.Provider>
  );
}

/** What one person was allowed to see must not flash up for the next. */
function useForgetOfOthers(accountId: number | undefined): void {
  const client = useQueryClient();
  const last = useRef(accountId);
  useEffect(() => {
    if (last.current !== undefined && last.current !== accountId) {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    }
    last.current = accountId;
  }, [accountId, client]);
}
