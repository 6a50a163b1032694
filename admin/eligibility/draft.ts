import type { AtomName, ConditionOf } from '../../bff/contract/eligibility/conditions.ts';
import type { Condition, Eligibility } from '../../bff/contract/eligibility/schemas.ts';

/** What the builder draws: one list of conditions, joined one way. */
export interface Draft {
  join: 'all' | 'any';
  rows: Condition[];
}

/** An eligibility as the builder draws it; null where it says more than one list can. */
export function toDraft(eligibility: Eligibility | null): Draft | null {
  if (eligibility === null) return { join: 'all', rows: [] };
  if ('atom' in eligibility) return { join: 'all', rows: [eligibility] };
  const join = 'all' in eligibility ? 'all' : 'any';
  const below = 'all' in eligibility ? eligibility.all : 'any' in eligibility ? eligibility.any : null;
  const rows = below?.flatMap((one) => ('atom' in one ? one : []));
  return rows && rows.length === below?.length ? { join, rows } : null;
}

/** No condition: everybody. */
export const toEligibility = ({ join, rows }: Draft): Eligibility | null =>
  rows.length === 0 ? null : join === 'all' ? { all: rows } : { any: rows };

/** What these name only the office of activities may look up: offered where it works. */
export const LOOKED_UP: readonly AtomName[] = ['list', 'attended'];

/** A condition as it is when it is added. */
export const NEW_CONDITIONS: { [Name in AtomName]: ConditionOf<Name> } = {
  category: { atom: 'category', in: [] },
  firmKind: { atom: 'firmKind', in: [] },
  firm: { atom: 'firm', in: [] },
  district: { atom: 'district', in: [] },
  list: { atom: 'list', lawyerIds: [] },
  practice: { atom: 'practice', minYears: 3 },
  appointment: { atom: 'appointment' },
  dues: { atom: 'dues', settled: 'this' },
  assessment: { atom: 'assessment', done: 'last' },
  hours: { atom: 'hours', year: 'this', atLeast: 12 },
  attended: { atom: 'attended', title: '' },
  discipline: { atom: 'discipline', is: 'none' },
  noShow: { atom: 'noShow', fewerThan: 3 },
};
