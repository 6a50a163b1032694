import type { SecuritySettings } from '../../contract/staff/schemas.ts';
import { Setting } from './model.ts';
import { keepsState } from '../../platform/singletons.ts';

/** The row of `settings` that holds SecuritySettings. */
export const SECURITY = 'security';
/** Every request of staff asks; another process sees a change this many ms later at most. */
const CACHE_MS = 3_000;

let cached: { settings: SecuritySettings; readAt: number } | undefined;
keepsState(forgetSecurity);

/** A row's settings. */
export const securityOf = (row: Setting | null): SecuritySettings => ({
  version: 0,
  secondFactorRoles: [],
  ...(row && (JSON.parse(row.value) as Partial<SecuritySettings>)),
});

/** Roles that must have a second factor; none in a fresh installation. */
export async function readSecurity(): Promise<SecuritySettings> {
  if (cached && Date.now() - cached.readAt < CACHE_MS) return cached.settings;
  const row = await Setting.findOne({ where: { name: SECURITY } });
  const settings = securityOf(row);
  cached = { settings, readAt: Date.now() };
  return settings;
}

/** The same as the database has them now, for somebody who is about to change them. */
export async function readNewestSecurity(): Promise<SecuritySettings> {
  return securityOf(await Setting.findOne({ where: { name: SECURITY } }));
}

/** The next reader looks at the database again. */
export function forgetSecurity(): void {
  cached = undefined;
}
