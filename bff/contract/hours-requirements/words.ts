import { HOURS_KINDS, HOURS_MODES } from '../records/enums.ts';
import { LAWYER_CATEGORIES } from '../registry/enums.ts';
import type { HoursRequirement } from './schemas.ts';

/** 2027年起40学时，其中职业道德与执业纪律12, as staff and the log read it. */
export const requirementInWords = (one: HoursRequirement): string =>
  [
    `${one.from}年起${one.total}学时`,
    one.ethics > 0 &&
      `其中${HOURS_KINDS.ethics}${one.ethics}${one.ethicsOnsite > 0 ? `（${HOURS_MODES.onsite}${one.ethicsOnsite}）` : ''}`,
    one.business > 0 && `${HOURS_KINDS.business}${one.business}`,
    one.newlySince !== '' && `${one.newlySince}起首次执业的按${one.newlyPercent}%`,
    ...(
      [
        ['government', one.government],
        ['company', one.company],
        ['legal_aid', one.legalAid],
      ] as const
    ).map(([category, hours]) => hours !== null && `${LAWYER_CATEGORIES[category]}${hours}`),
  ]
    .filter(Boolean)
    .join('，');
