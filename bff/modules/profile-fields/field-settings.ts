import type { Transaction } from 'sequelize';
import type { FieldSettings } from '../../contract/profile/field-settings.ts';
import { keepsState } from '../../platform/singletons.ts';
import { readSetting } from '../settings/read-setting.ts';

/** The row of `settings` that holds it. */
export const PROFILE_FIELDS = 'profile-fields';
/** Every form asks; another process sees a change this many ms later at most. */
const CACHE_MS = 3_000;

export interface StoredFieldSettings {
  version: number;
  fields: FieldSettings;
}

let cached: { fields: FieldSettings; readAt: number } | undefined;
keepsState(forgetFieldSettings);

export const storedOf = (value: string | null): StoredFieldSettings => ({
  version: 0,
  fields: {},
  ...(value !== null && (JSON.parse(value) as Partial<StoredFieldSettings>)),
});

/**
 * What the office has set of the fields of a profile, over what is shipped.
 * @param t the caller's transaction, within which a second connection could be waited for in vain
 */
export async function readFieldSettings(t?: Transaction): Promise<FieldSettings> {
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.fields;
  const { fields } = await readNewestFieldSettings(t);
  cached = { fields, readAt: Date.now() };
  return fields;
}

/** The same as the database has it now, for somebody who is about to change it. */
export const readNewestFieldSettings = async (t?: Transaction): Promise<StoredFieldSettings> =>
  storedOf(await readSetting(PROFILE_FIELDS, t));

/** The next reader looks at the database again. */
export function forgetFieldSettings(): void {
  cached = undefined;
}
