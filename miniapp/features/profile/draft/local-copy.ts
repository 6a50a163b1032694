import type { SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import type { SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { accountStorage } from '../../../platform/account/account-storage.ts';
import { same } from './merge.ts';
import { withoutSensitive } from './on-device.ts';

/**
 * What was typed and has not reached the server: kept on this device until it has, or until somebody signs out; without what
 * is sensitive.
 */
export interface LocalCopy {
  /** The version that it was typed over, and what that said. */
  version: number;
  base: SectionData;
  typed: SectionData;
}

const nameOf = (key: SectionKey) => `profile-${key}`;

/** The copy of one section; null: everything has arrived. */
export function readLocal(accountId: number, key: SectionKey): LocalCopy | null {
  const kept = accountStorage.read(accountId, nameOf(key)) as Partial<LocalCopy> | null;
  const isWhole = kept && typeof kept.version === 'number' && kept.base && Array.isArray(kept.typed?.rows);
  return isWhole ? bare(key, kept as LocalCopy) : null;
}

export const writeLocal = (accountId: number, key: SectionKey, copy: LocalCopy): void =>
  accountStorage.write(accountId, nameOf(key), bare(key, copy));

/** Takes away what has arrived, unless somebody has come back and typed on meanwhile. */
export function forgetSent(accountId: number, key: SectionKey, sent: SectionData): void {
  const kept = readLocal(accountId, key);
  if (!kept || same(kept.typed, withoutSensitive(key, sent))) accountStorage.forget(accountId, nameOf(key));
}

/** What an older version of this client kept is bared when it is read, too. */
const bare = (key: SectionKey, { version, base, typed }: LocalCopy): LocalCopy => ({
  version,
  base: withoutSensitive(key, base),
  typed: withoutSensitive(key, typed),
});
