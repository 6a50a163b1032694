import type { OwnHoursClaimRow } from '../../../bff/contract/external-hours/replies.ts';

/** 2026-11-24, or 2026-11-24至2026-11-26. */
export const daysInWords = ({ beginsOn, endsOn }: Pick<OwnHoursClaimRow, 'beginsOn' | 'endsOn'>): string =>
  beginsOn === endsOn ? beginsOn : `${beginsOn}至${endsOn}`;

/** 申报6学时; once accepted, 认定4学时（申报6学时）. */
export function hoursInWords({ tenths, acceptedTenths }: Pick<OwnHoursClaimRow, 'tenths' | 'acceptedTenths'>): string {
  const claimed = `申报${tenths / 10}学时`;
  if (acceptedTenths === null) return claimed;
  return `认定${acceptedTenths / 10}学时${acceptedTenths === tenths ? '' : `（${claimed}）`}`;
}
