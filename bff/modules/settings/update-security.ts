import type { Transaction } from 'sequelize';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import { ROLES, type Role } from '../../contract/accounts/enums.ts';
import type { SecuritySettings } from '../../contract/staff/schemas.ts';
import { twoPersonRolesOf } from '../../contract/two-person/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { requestChange, type Leave } from '../two-person/request-change.ts';
import { lockSetting } from './lock-setting.ts';
import type { Setting } from './model.ts';
import { forgetSecurity, readSecurity, SECURITY, securityOf } from './read-security.ts';

const TARGET = '二次验证必须开启';
const keys = Object.keys(ROLES) as Role[];
const inOrder = (roles: readonly Role[]) => keys.filter((role) => roles.includes(role));
const inWords = (roles: readonly Role[]) =>
  inOrder(roles)
    .map((role) => ROLES[role])
    .join('、') || '无';

/**
 * Says which roles must have a second factor; whoever has none yet is asked to set one up with the next request. A role
 * whose word counts as one of two is not let off but asked for. Answers what holds now, and what waits for a second person.
 * Throws `changed_meanwhile` when somebody saved since they were read.
 */
export async function updateSecurity({
  actor,
  settings,
}: {
  actor: StaffActor;
  settings: SecuritySettings;
}): Promise<SecuritySettings & { waiting: ChangeRow | null }> {
  const waiting = await transaction(async (t) => {
    const row = await lockSetting(SECURITY, t);
    const { version, secondFactorRoles: before } = securityOf(row);
    if (version !== settings.version) throw new AppError('changed_meanwhile');
    const wanted = settings.secondFactorRoles;
    const letOff = twoPersonRolesOf(before).filter((role) => !wanted.includes(role));
    const from = inOrder([...wanted, ...letOff]);
    await write({ actor, row, before, after: from }, t);
    if (letOff.length === 0) return null;
    const payload = { from, to: inOrder(wanted) };
    const words = { target: TARGET, before: inWords(from), after: inWords(wanted) };
    return requestChange({ actor, kind: 'second_factor', payload, ...words }, t);
  });
  forgetSecurity();
  return { ...(await readSecurity()), waiting };
}

/** Lets roles off the second factor, as two persons have agreed. Throws `changed_meanwhile`, and as its leave. */
export async function relaxSecondFactor(relaxation: {
  actor: StaffActor;
  from: Role[];
  to: Role[];
  leave: Leave;
}): Promise<void> {
  const { actor, from, to, leave } = relaxation;
  await transaction(async (t) => {
    await leave(t);
    const row = await lockSetting(SECURITY, t);
    const before = securityOf(row).secondFactorRoles;
    if (inWords(before) !== inWords(from)) throw new AppError('changed_meanwhile', { message: CHANGED });
    await write({ actor, row, before, after: to }, t);
  });
  forgetSecurity();
}

const CHANGED = '申请之后二次验证的设置已被修改，请撤回或不同意后重新申请';

async function write(
  change: { actor: StaffActor; row: Setting; before: Role[]; after: Role[] },
  t: Transaction,
): Promise<void> {
  const { actor, row, before, after } = change;
  if (inWords(before) === inWords(after)) return;
  const value = JSON.stringify({
    version: securityOf(row).version + 1,
    secondFactorRoles: after,
  } satisfies SecuritySettings);
  await row.update({ value, updatedAt: clock.now() }, { transaction: t });
  await writeAudit(
    {
      actor,
      action: 'settings.updated',
      targetKind: 'settings',
      targetId: 0,
      target: TARGET,
      detail: `${inWords(before)}→${inWords(after)}`,
    },
    t,
  );
}
