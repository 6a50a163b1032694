import type { Transaction } from 'sequelize';
import type { FieldSettings } from '../../contract/profile/field-settings.ts';
import { SHIPPED_POLICY, type ProfilePolicy } from '../../contract/profile-fields/policy.ts';
import { keepsState } from '../../platform/singletons.ts';
import { readSetting } from '../settings/read-setting.ts';

/** The row of `settings` that holds it. */
export const PROFILE_FIELDS = 'profile-fields';
/** Every form asks; another process sees a change this many ms later at most. */
const CACHE_MS = 3_000;

export interface StoredFieldSettings {
  version: number;
  fields: FieldSettings;
  policy: ProfilePolicy;
}

let cached: { settings: StoredFieldSettings; readAt: number } | undefined;
keepsState(forgetFieldSettings);

export function storedOf(value: string | null): StoredFieldSettings {
  const stored = value === null ? {} : (JSON.parse(value) as Partial<StoredFieldSettings>);
  return { version: 0, fields: {}, ...stored, policy: { ...SHIPPED_POLICY, ...stored.policy } };
}

/**
 * What the office has set of profiles, over what is shipped.
 * @param t the caller's transaction, within which a second connection could be waited for in vain
 */
export async function readProfileSettings(t?: Transaction): Promise<StoredFieldSettings> {
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.settings;
  const settings = await readNewestFieldSettings(t);
  cached = { settings, readAt: Date.now() };
  return settings;
}

/** What it has set of their fields, likewise. */
export const readFieldSettings = async (t?: Transaction): Promise<FieldSettings> =>
  (await readProfileSettings(t)).fields;

/** The same as the database has it now, for somebody who is about to change it. */
export const readNewestFieldSettings = async (t?: Transaction): Promise<StoredFieldSettings> =>
  storedOf(await readSetting(PROFILE_FIELDS, t));

/** The next reader looks at the database again. */
export function forgetFieldSettings(): void {
  cached = undefined;
}
