import type { Row } from '../../../contract/form-reading/fields.ts';
import type { Value } from '../../../contract/forms/language.ts';

/**
 * A section that is to be changed, while somebody else has changed it: field by field, what the member left alone follows
 * what is in force now, and what both changed differently is a conflict, never applied silently (profile-workflow.md).
 */
export interface Rebased {
  rows: Row[];
  /** `row.field`, or `row` where one side took away what the other changed. */
  conflicts: string[];
}
/** Which side a conflict is settled by; a conflict that is not here keeps what is in force. */
export type Resolved = Readonly<Record<string, 'wanted' | 'present'>>;

interface Versions {
  base: readonly Row[];
  /** In force now. */
  present: readonly Row[];
  /** As the member wants it. */
  wanted: readonly Row[];
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const byKey = (a: readonly [string, Value], b: readonly [string, Value]) => (a[0] < b[0] ? -1 : 1);
const contentOf = (row: Row | undefined) => row && [row.variant, Object.entries(row.values).sort(byKey)];
const isSameRow = (a: Row | undefined, b: Row | undefined) => isSame(contentOf(a), contentOf(b));

/** Whether two versions of a section say the same; the order of rows is no difference. */
export const isSameRows = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length &&
  a.every(
    (row) =>
      isSameRow(
        row,
        b.find(({ id }) => id === row.id),
      ) && b.some(({ id }) => id === row.id),
  );

/** Merges them. Pure. */
export function rebase({ base, present, wanted }: Versions, resolved: Resolved = {}): Rebased {
  const conflicts: string[] = [];
  const ids = [...new Set([...present, ...wanted].map(({ id }) => id))];
  const rows = ids.flatMap((id): Row[] => {
    const find = (all: readonly Row[]) => all.find((row) => row.id === id);
    const [was, now, then] = [find(base), find(present), find(wanted)];
    if (now && then) return [mergeRow({ was, now, then }, resolved, conflicts)];
    const [mine, theirs] = [!isSameRow(was, then), !isSameRow(was, now)];
    if (mine && theirs && was) {
      conflicts.push(id);
      const chosen = resolved[id] === 'wanted' ? then : now;
      return chosen ? [chosen] : [];
    }
    const chosen = mine ? then : now;
    return chosen ? [chosen] : [];
  });
  return { rows, conflicts };
}

function mergeRow(
  { was, now, then }: { was: Row | undefined; now: Row; then: Row },
  resolved: Resolved,
  conflicts: string[],
): Row {
  const keys = [...new Set([...Object.keys(now.values), ...Object.keys(then.values)])];
  const values = keys.flatMap((key): [string, Value][] => {
    const chosen = settle(
      `${now.id}.${key}`,
      [was?.values[key], now.values[key], then.values[key]],
      resolved,
      conflicts,
    );
    return chosen === undefined ? [] : [[key, chosen]];
  });
  const variant = settle(`${now.id}.variant`, [was?.variant, now.variant, then.variant], resolved, conflicts);
  return { id: now.id, ...(variant !== undefined && { variant }), values: Object.fromEntries(values) };
}

function settle<T>(at: string, [was, now, then]: readonly [T, T, T], resolved: Resolved, conflicts: string[]): T {
  if (isSame(was, then) || isSame(now, then)) return now;
  if (isSame(was, now)) return then;
  conflicts.push(at);
  return resolved[at] === 'wanted' ? then : now;
}
