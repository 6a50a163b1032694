import type { FirmActor, StaffActor } from '../../actor.ts';
import { ROLES, staffNumber, type Role } from '../../contract/accounts/enums.ts';

/** As what somebody looks, as rows keep it: roles change, and a look stays what it was. */
export const rolesAsKept = (actor: StaffActor | FirmActor): string =>
  actor.kind === 'staff' ? actor.roles.join(',') : '';

/** Who of the staff it was, as members read it: as what and under which number, never by name. */
export function staffInWords({ byId, byRoles }: { byId: number; byRoles: string }): string {
  const roles = byRoles.split(',').flatMap((role) => (Object.hasOwn(ROLES, role) ? ROLES[role as Role] : []));
  return `${roles.length > 0 ? roles.join('、') : '协会工作人员'}（工号${staffNumber(byId)}）`;
}
