import { daysBetween } from '../../contract/dates.ts';
import type { FieldFaults } from '../../contract/errors.ts';
import type { ClaimState } from '../../contract/external-hours/enums.ts';
import { comparedWords } from '../../contract/plain-characters.ts';

interface Days {
  beginsOn: string;
  endsOn: string;
}

/** What these days can give at most, in tenths, at so many hours a day. */
export const mostTenths = ({ beginsOn, endsOn }: Days, dailyHours: number): number =>
  (daysBetween(beginsOn, endsOn) + 1) * dailyHours * 10;

/** What is wrong with a claim that only today's date and the office's limit can tell; none: nothing is. */
export function judgeClaim(
  claim: Days & { tenths: number },
  { today, dailyHours }: { today: string; dailyHours: number },
): FieldFaults {
  const most = mostTenths(claim, dailyHours);
  return {
    ...(claim.endsOn > today && { endsOn: '课程结束后再申报：结束日期不能晚于今天' }),
    ...(claim.tenths > most && { tenths: `单日最多${dailyHours}学时，这些日期最多${most / 10}学时` }),
  };
}

/** What its lawyer, and what staff, may do with a claim in this state. */
export const rightsOf = (state: ClaimState) => ({
  mend: state === 'returned',
  withdraw: state === 'waiting' || state === 'returned',
  decide: state === 'waiting',
});

/** Whether two courses have a day in common. */
export const isOverlapping = (a: Days, b: Days): boolean => a.beginsOn <= b.endsOn && b.beginsOn <= a.endsOn;

/** Whether two courses were held by the same, whatever width and case it is written in. */
export const isSameOrganiser = (a: { organiser: string }, b: { organiser: string }): boolean =>
  comparedWords(a.organiser) === comparedWords(b.organiser);
