import type { Transaction } from 'sequelize';
import type { DayOrigin } from '../../contract/office-hours/enums.ts';
import { publish } from '../../events.ts';
import { clock } from '../../platform/clock/clock.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { OfficeDay, OfficeYear } from './model.ts';

/** A day of the State Council's list. */
export interface StateDay {
  date: string;
  kind: 'off' | 'on';
  /** 国庆节; 国庆节调休. */
  reason: string;
}

export const fingerprintOf = (days: readonly StateDay[]): string =>
  sha256(JSON.stringify(days.map(({ date, kind, reason }) => [date, kind, reason]).sort()));

/** Puts a year's list in place of what was there. In a transaction that holds the lock of the hours. */
export async function replaceYear(
  list: { year: number; days: readonly StateDay[]; origin: Exclude<DayOrigin, 'office'>; by: string },
  t: Transaction,
): Promise<void> {
  const { year, days, origin, by } = list;
  const known = await OfficeYear.findOne({ where: { year }, transaction: t });
  const fingerprint = fingerprintOf(days);
  const stamps = { origin, fingerprint, knownAt: clock.now() };
  await OfficeDay.destroy({ where: { layer: 'state', listYear: year }, transaction: t });
  // A day that another year's list names as well: the newer list counts.
  const dates = days.map(({ date }) => date);
  await OfficeDay.destroy({ where: { layer: 'state', onDate: dates }, transaction: t });
  await OfficeDay.bulkCreate(
    days.map(({ date, kind, reason }) => ({
      onDate: date,
      listYear: year,
      layer: 'state' as const,
      kind,
      periods: [],
      reason,
      origin,
      setByName: by,
      setAt: clock.now(),
    })),
    { transaction: t },
  );
  if (known) await known.update(stamps, { transaction: t });
  else await OfficeYear.create({ year, ...stamps }, { transaction: t });
  await publish('office-hours.changed', {}, t);
}
