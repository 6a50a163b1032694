import { useState } from 'react';
import { DAY_MS } from '../../../bff/contract/dates.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';

/** Days for which what was typed and not sent is kept on the device. */
export const KEPT_DAYS = 30;

/**
 * What is typed into a form, kept on this device under `name` from the first letter until it is sent, so that leaving the
 * page loses nothing. Files are not kept. What was kept of another form than the one that is open (`isOfThis`) stays for
 * later.
 */
export function useKept<Typed extends object>(
  { accountId, name }: { accountId: number; name: string },
  empty: Typed,
  isOfThis: (kept: Typed) => boolean = () => true,
) {
  const [kept] = useState(() => read(accountId, name, empty, isOfThis));
  const [typed, setTyped] = useState(kept ?? empty);
  const [isRestored, setRestored] = useState(kept !== null);
  return {
    typed,
    isRestored,
    change(patch: Partial<Typed>): void {
      const next = { ...typed, ...patch };
      setTyped(next);
      accountStorage.write(accountId, name, { typed: next, savedAt: Date.now() });
    },
    startAnew(): void {
      accountStorage.forget(accountId, name);
      setTyped(empty);
      setRestored(false);
    },
    /** It has arrived: nothing is left to remember. */
    forget: () => accountStorage.forget(accountId, name),
  };
}

function read<Typed extends object>(
  accountId: number,
  name: string,
  empty: Typed,
  isOfThis: (kept: Typed) => boolean,
): Typed | null {
  const { typed, savedAt = 0 } = (accountStorage.read(accountId, name) ?? {}) as { typed?: Typed; savedAt?: number };
  if (!typed) return null;
  if (Date.now() - savedAt > KEPT_DAYS * DAY_MS) {
    accountStorage.forget(accountId, name);
    return null;
  }
  // A form of an earlier version of this client may lack fields.
  const whole = { ...empty, ...typed };
  return isOfThis(whole) ? whole : null;
}
