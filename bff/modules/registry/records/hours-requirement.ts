import type { HoursKind } from '../../../contract/records/enums.ts';
import { LAWYER_CATEGORIES, type LawyerCategory } from '../../../contract/registry/enums.ts';
import type { HoursRequirement } from '../../../contract/hours-requirements/schemas.ts';
import type { OfficeSettings } from '../../../contract/settings/schemas.ts';

/** What a year asks of one lawyer, in tenths of an hour; `why`: the sentence of what makes it another number, or ''. */
export interface Required {
  totalTenths: number;
  /** Kinds of which some are asked for, and how much of it on the spot. */
  parts: { kind: HoursKind; tenths: number; onsiteTenths: number }[];
  why: string;
}

/** A lawyer of whom hours are asked. */
export interface Asked {
  category: LawyerCategory;
  firstPractisedOn: string;
}

/** What a year asks for: the latest requirement that has begun, or, before the first, the number of the settings. */
export function requirementOf(
  { hoursRequirements, yearlyHours }: Pick<OfficeSettings, 'hoursRequirements' | 'yearlyHours'>,
  year: number,
): HoursRequirement {
  const begun = hoursRequirements.filter(({ from }) => from <= year).toSorted((a, b) => b.from - a.from);
  return begun[0] ?? { ...PLAIN, from: year, total: yearlyHours };
}
const PLAIN = {
  ethics: 0,
  ethicsOnsite: 0,
  business: 0,
  newlySince: '',
  newlyPercent: 100,
  government: null,
  company: null,
  legalAid: null,
} as const;

const totalOf = (requirement: HoursRequirement, category: LawyerCategory): number =>
  ({
    practising: null,
    government: requirement.government,
    company: requirement.company,
    legal_aid: requirement.legalAid,
  })[category] ?? requirement.total;

/** From this day on whoever is first licensed does a part; null: nobody does. */
const newlyFrom = ({ newlySince }: HoursRequirement, year: number): string | null =>
  newlySince === '' ? null : `${year}-${newlySince}`;

/**
 * What a year asks of a lawyer. Nothing of a year before he was licensed; the total of his category, and of that the percent
 * of who was licensed late in it. Its parts shrink with it, in tenths rounded down.
 */
export function requiredOf(
  requirement: HoursRequirement,
  { category, firstPractisedOn }: Asked,
  year: number,
): Required {
  if (firstPractisedOn > `${year}-12-31`) return { totalTenths: 0, parts: [], why: `${year}年尚未执业` };
  const total = totalOf(requirement, category);
  const since = newlyFrom(requirement, year);
  const isNew = since !== null && firstPractisedOn >= since;
  const percent = isNew ? requirement.newlyPercent : 100;
  const totalTenths = Math.floor((total * percent) / 10);
  const share = (asked: number) =>
    requirement.total === 0 ? 0 : Math.floor((asked * totalTenths) / requirement.total);
  const { ethics, ethicsOnsite, business } = requirement;
  const parts = [
    { kind: 'ethics' as const, tenths: share(ethics), onsiteTenths: share(ethicsOnsite) },
    { kind: 'business' as const, tenths: share(business), onsiteTenths: 0 },
  ];
  return {
    totalTenths,
    parts: parts.filter(({ tenths }) => tenths > 0),
    why: whyOf({ requirement, category, since, isNew }),
  };
}

function whyOf(by: {
  requirement: HoursRequirement;
  category: LawyerCategory;
  since: string | null;
  isNew: boolean;
}): string {
  const { requirement, category, since, isNew } = by;
  const reasons: string[] = [];
  const total = totalOf(requirement, category);
  if (total !== requirement.total) reasons.push(`${LAWYER_CATEGORIES[category]}每年应修${total}学时`);
  if (isNew) reasons.push(`您于${since}或以后首次执业，当年按${requirement.newlyPercent}%计`);
  return reasons.join('；');
}

/** What is asked of a lawyer: all of it, of a kind, and of that on the spot. */
export type AskedPart = 'total' | 'ethics' | 'ethicsOnsite' | 'business';

/** How much of it. */
export function tenthsOf({ totalTenths, parts }: Required, what: AskedPart): number {
  if (what === 'total') return totalTenths;
  const part = parts.find(({ kind }) => kind === (what === 'ethicsOnsite' ? 'ethics' : what));
  return (what === 'ethicsOnsite' ? part?.onsiteTenths : part?.tenths) ?? 0;
}

/**
 * The same as SQL over `l`, a lawyer: his total, and of it one part. Must say what `requiredOf` says (tests hold them
 * together), because lists are narrowed by it.
 */
export function requiredSql(
  requirement: HoursRequirement,
  year: number,
  what: AskedPart = 'total',
): { sql: string; values: (string | number)[] } {
  const values: (string | number)[] = [`${year}-12-31`];
  const cases = ['WHEN l.first_practised_on > ? THEN 0'];
  const since = newlyFrom(requirement, year);
  for (const category of Object.keys(LAWYER_CATEGORIES) as LawyerCategory[]) {
    const [late, all] = [`${year}-12-31`, '0001-01-01'].map((firstPractisedOn) => {
      const required = requiredOf(requirement, { category, firstPractisedOn }, year);
      return tenthsOf(required, what);
    });
    if (since !== null) {
      cases.push('WHEN l.category = ? AND l.first_practised_on >= ? THEN ?');
      values.push(category, since, late ?? 0);
    }
    cases.push('WHEN l.category = ? THEN ?');
    values.push(category, all ?? 0);
  }
  return { sql: `CASE ${cases.join(' ')} ELSE 0 END`, values };
}
