import type { DraftName } from '../draft.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';

/** An application that has been begun: its type has been chosen, and it has not been submitted. */
export interface KeptDraft {
  type: string;
  /** Epoch milliseconds of the last change; 0: kept by an earlier version, which did not say. */
  savedAt: number;
}

/** After so long the registry may well say something else, milliseconds. */
export const OLD_AFTER = 7 * 24 * 3600 * 1000;

/** What an account has begun on this device; null for nothing worth a word. */
export const keptDraft = (accountId: number, name: DraftName): KeptDraft | null =>
  draftOf(accountStorage.read(accountId, name));

/** What of a kept form is an application that has been begun; null: nothing worth a word. */
export function draftOf(stored: unknown): KeptDraft | null {
  const { type, savedAt = 0 } = (stored ?? {}) as Partial<KeptDraft>;
  return type ? { type, savedAt } : null;
}
