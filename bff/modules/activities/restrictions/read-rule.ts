import { readSettings } from '../../settings/read-settings.ts';
import type { AbsenceRule } from '../restricted/rules.ts';

/** The rule of the office. */
export async function readAbsenceRule(): Promise<AbsenceRule> {
  const { noShowLimit, noShowMonths, noShowDays } = await readSettings();
  return { limit: noShowLimit, months: noShowMonths, days: noShowDays };
}
