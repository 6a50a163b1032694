import type { HoursClaimRow } from '../../../bff/contract/external-hours/replies.ts';

/** 2026-11-24, or 2026-11-24至2026-11-26. */
export const daysInWords = ({ beginsOn, endsOn }: Pick<HoursClaimRow, 'beginsOn' | 'endsOn'>): string =>
  beginsOn === endsOn ? beginsOn : `${beginsOn}至${endsOn}`;

/** 6学时; where it was accepted with fewer, 4学时（申报6学时）. */
export function hoursInWords({ tenths, acceptedTenths }: Pick<HoursClaimRow, 'tenths' | 'acceptedTenths'>): string {
  if (acceptedTenths === null || acceptedTenths === tenths) return `${tenths / 10}学时`;
  return `${acceptedTenths / 10}学时（申报${tenths / 10}学时）`;
}
