import { toIso } from '../../../contract/dates.ts';
import type { SecondFactorReply } from '../../../contract/staff/endpoints.ts';
import { readSecurity } from '../../settings/read-security.ts';
import type { StaffActor } from '../../../actor.ts';
import { SecondFactor } from '../../accounts/model.ts';
import { asksForSecondFactor } from '../../accounts/policy.ts';

/** How the actor's own second factor stands. */
export async function showSecondFactor({ actor }: { actor: StaffActor }): Promise<SecondFactorReply> {
  const factor = await SecondFactor.findOne({ where: { accountId: actor.accountId } });
  const enrolledAt = factor?.confirmedAt ?? null;
  return {
    isEnrolled: enrolledAt !== null,
    enrolledAt: toIso(enrolledAt),
    recoveryCodesLeft: factor?.recovery.length ?? 0,
    isRequired: asksForSecondFactor(actor.roles, await readSecurity()),
  };
}
