import type { Role } from '../../../contract/accounts/enums.ts';
import type { DutyState } from '../../../contract/ticket-duty/enums.ts';

/** One of the staff who works on tickets. */
export interface Colleague {
  id: number;
  name: string;
  roles: readonly Role[];
  isPresent: boolean;
  leave: { from: string; until: string; standInId: number } | null;
  /** The version of the leave; of no leave as well. */
  leaveVersion: number;
  /** Open tickets that wait for this person. */
  open: number;
}

/** A leave outdoes the switch, and when it is over the switch stands as it stood. */
export function dutyOn({ isPresent, leave }: Pick<Colleague, 'isPresent' | 'leave'>, today: string): DutyState {
  if (leave && leave.from <= today && today <= leave.until) return 'leave';
  return isPresent ? 'present' : 'away';
}

/** Whose queue it is; administrators see every queue, but are given what is theirs. */
const isOf = ({ roles }: Colleague, role: Role): boolean => roles.includes(role);

/** Who may answer a ticket of this queue. */
export const answers = ({ roles }: Pick<Colleague, 'roles'>, role: Role): boolean =>
  roles.includes(role) || roles.includes('administrator');

/** Of those who are there with the right role, who has the fewest open tickets; of equals the oldest account. */
export function leastLoaded(team: readonly Colleague[], role: Role, today: string): Colleague | null {
  const there = team.filter((one) => isOf(one, role) && dutyOn(one, today) === 'present');
  return there.sort((a, b) => a.open - b.open || a.id - b.id)[0] ?? null;
}

/**
 * Who stands in for somebody on leave, for tickets of this queue: the one who was named, also while not at the desk; where
 * that one is on leave too, whoever stands in there. Null where nobody is left or the one who is may not answer.
 */
export function standInOf(leaver: Colleague, team: readonly Colleague[], role: Role, today: string): Colleague | null {
  const seen = new Set([leaver.id]);
  let one = leaver;
  while (one.leave && dutyOn(one, today) === 'leave') {
    const next = team.find(({ id }) => id === one.leave?.standInId);
    if (!next || seen.has(next.id)) return null;
    seen.add(next.id);
    one = next;
  }
  return answers(one, role) ? one : null;
}
