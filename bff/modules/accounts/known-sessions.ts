import { whenWritten } from '../../platform/db/models.ts';
import { keepsState } from '../../platform/singletons.ts';

/**
 * How long a process remembers a session, ms: a page asks for several things at once. No message has to arrive for a
 * session that another process has ended to be refused here within a second (ADR 0046).
 */
const KNOWN_FOR_MS = 800;
const MOST_KNOWN = 10_000;

const known = new Map<string, { session: unknown; until: number }>();
/** Counts what was forgotten: a row that was being read meanwhile may be of before. */
let forgotten = 0;
keepsState(forgetSessions);
// What says who may do what in a session.
whenWritten(['accounts', 'sessions', 'second_factors', 'account_holds'], forgetSessions);

/**
 * The session of a token's hash: as it was read a moment ago in this process, or as `read` says now.
 * @param isKept whether it may be remembered: what somebody is refused for is looked at anew each time
 */
export async function knownSession<Row extends object>(
  tokenHash: string,
  read: () => Promise<Row | undefined>,
  isKept: (row: Row) => boolean,
): Promise<Row | undefined> {
  const before = known.get(tokenHash);
  if (before && before.until > performance.now() && isKept(before.session as Row)) return before.session as Row;
  const since = forgotten;
  const row = await read();
  known.delete(tokenHash);
  if (row && since === forgotten && isKept(row)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(tokenHash, { session: row, until: performance.now() + KNOWN_FOR_MS });
  }
  return row;
}

/** Every session is read again at its next request. */
function forgetSessions(): void {
  known.clear();
  forgotten++;
}
