import type { SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import { DAY_MS } from '../../../../bff/contract/dates.ts';
import type { SectionKey } from '../../../../bff/contract/profile/profile.ts';
import { accountStorage } from '../../../platform/account/account-storage.ts';
import { mergeTyped } from '../draft/merge.ts';
import { withoutSensitive, withSensitiveOf } from '../draft/on-device.ts';

/** Days for which a change that was not handed in is kept on the device. */
export const CHANGE_DRAFT_DAYS = 30;

interface Kept {
  base: SectionData;
  typed: SectionData;
  savedAt: number;
}
const nameOf = (key: SectionKey) => `profile-change-${key}`;

/** What was begun on this device, on what is in force now: where both changed it, what was typed; null: nothing. */
export function readChangeDraft(accountId: number, key: SectionKey, present: SectionData): SectionData | null {
  const kept = accountStorage.read(accountId, nameOf(key)) as Partial<Kept> | null;
  if (
    !kept?.base ||
    !Array.isArray(kept.typed?.rows) ||
    Date.now() - (kept.savedAt ?? 0) > CHANGE_DRAFT_DAYS * DAY_MS
  ) {
    forgetChangeDraft(accountId, key);
    return null;
  }
  return onPresent(key, kept as Kept, present);
}

/** What is typed over `base`, without what is sensitive. */
export function keepChangeDraft(accountId: number, key: SectionKey, draft: Omit<Kept, 'savedAt'>): void {
  const [base, typed] = [withoutSensitive(key, draft.base), withoutSensitive(key, draft.typed)];
  accountStorage.write(accountId, nameOf(key), { base, typed, savedAt: Date.now() });
}

export const forgetChangeDraft = (accountId: number, key: SectionKey): void =>
  accountStorage.forget(accountId, nameOf(key));

/** What was typed over one version of a section, on another one. */
export function onPresent(
  key: SectionKey,
  { base, typed }: Pick<Kept, 'base' | 'typed'>,
  present: SectionData,
): SectionData {
  const [was, mine] = [withSensitiveOf(key, base, present), withSensitiveOf(key, typed, present)];
  return mergeTyped(was, mine, present).data;
}
