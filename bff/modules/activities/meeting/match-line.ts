import type { LineWay } from '../../../contract/activity-meeting/enums.ts';
import type { ReadLine } from './read-list.ts';

/** One who has a seat. */
export interface Seated {
  registrationId: number;
  name: string;
  licenceNo: string;
  phone: string;
  firm: string;
}

/** Whose a line is and by what; without a way: whose it may be, which somebody has to say. */
export interface Match {
  registrationId: number | null;
  way: Exclude<LineWay, 'hand' | 'ignored'> | null;
}

/** What in the name of a firm tells it from others: 广东清鸣律师事务所 → 清鸣. */
const COMMON = /(律师)?(事务所|分所|\(.*?\)|（.*?）)/g;

/**
 * Tells whose a line is: by a licence number in the shown name, by the telephone number, or by name and firm. A name alone
 * is no proof: two people bear it, or somebody types another's.
 */
export function matchLine(
  { shownName, phone }: Pick<ReadLine, 'shownName' | 'phone'>,
  seated: readonly Seated[],
): Match {
  const found = (way: Match['way'], those: readonly Seated[]): Match | null =>
    those.length === 1 && those[0] ? { registrationId: those[0].registrationId, way } : null;
  const digits: readonly string[] = shownName.match(/\d{8,}/g) ?? [];
  const named = seated.filter(({ name }) => name !== '' && shownName.includes(name));
  return (
    found(
      'licence',
      seated.filter(({ licenceNo }) => digits.includes(licenceNo)),
    ) ??
    found('phone', phone === '' ? [] : seated.filter((one) => one.phone === phone)) ??
    found(
      'name',
      named.filter(({ firm }) => isOfFirm(shownName, firm)),
    ) ??
    found(null, named) ?? { registrationId: null, way: null }
  );
}

function isOfFirm(shownName: string, firm: string): boolean {
  const own = firm.replace(COMMON, '').trim();
  return own.length >= 2 && (shownName.includes(firm) || shownName.includes(own) || shownName.includes(own.slice(-2)));
}
