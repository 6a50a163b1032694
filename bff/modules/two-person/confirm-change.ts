import type { ConfirmedChange } from '../../contract/endpoints/changes.ts';
import type { SentAccess } from '../../contract/endpoints/staff.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { StaffActor } from '../accounts/actor.ts';
import { createStaffAccount } from '../accounts/create-staff-account.ts';
import { grantRoles } from '../accounts/grant-roles.ts';
import { returnMemberAccount } from '../accounts/return-member-account.ts';
import { resetSecondFactor, resetStaffPassword } from '../accounts/reset-access.ts';
import { reopenStaff } from '../accounts/update-staff.ts';
import { raiseRefundLimit } from '../settings/update-settings.ts';
import { relaxSecondFactor } from '../settings/update-security.ts';
import { describeChange } from './describe-change.ts';
import { loadChangeFor } from './load-change.ts';
import { ChangeRequest, type Change } from './model.ts';
import { auditChange, type Leave } from './request-change.ts';

/**
 * The second person agrees, and the change is made in the same transaction, on what it was asked on: `changed_meanwhile`
 * when that is no longer so. Throws as `loadChangeFor`, and as the act itself.
 */
export async function confirmChange({ actor, id }: { actor: StaffActor; id: number }): Promise<ConfirmedChange> {
  const asked = await ChangeRequest.findByPk(id);
  if (!asked) throw new AppError('not_found');
  const leave: Leave = async (t) => {
    const change = await loadChangeFor({ actor, act: 'confirm', id }, t);
    const decided = { state: 'confirmed', decidedByName: actor.name, decidedAt: clock.now() } as const;
    await change.update(decided, { transaction: t });
    await auditChange({ actor, action: 'change.confirmed', change }, t);
  };
  // A row's kind and payload were written together.
  const given = await carryOut({ kind: asked.kind, payload: asked.payload } as Change, actor, leave);
  return { change: describeChange(await asked.reload(), actor), given };
}

async function carryOut(change: Change, actor: StaffActor, leave: Leave): Promise<SentAccess | null> {
  switch (change.kind) {
    case 'refund_limit':
      await raiseRefundLimit({ actor, ...change.payload, leave });
      return null;
    case 'second_factor':
      await relaxSecondFactor({ actor, ...change.payload, leave });
      return null;
    case 'staff_created': {
      const { login, sentTo } = await createStaffAccount(change.payload, actor, leave);
      return { login, sentTo };
    }
    case 'roles_granted':
      return grantRoles({ actor, ...change.payload, leave });
    case 'staff_reopened':
      await reopenStaff({ actor, id: change.payload.accountId, confirmed: { leave, had: change.payload.had } });
      return null;
    case 'factor_reset':
      await resetSecondFactor({ actor, id: change.payload.accountId, confirmed: { leave, had: change.payload.had } });
      return null;
    case 'member_reset':
      await returnMemberAccount({ actor, ...change.payload, leave });
      return null;
    case 'password_reset': {
      const { accountId: id, had, email } = change.payload;
      const given = await resetStaffPassword({ actor, id, confirmed: { leave, had, email } });
      if ('waiting' in given) throw new Error(`change of account ${id} was confirmed and waits`);
      return given;
    }
  }
}
