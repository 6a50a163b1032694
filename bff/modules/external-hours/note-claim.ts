import type { Transaction } from 'sequelize';
import type { Actor } from '../../actor.ts';
import type { AuditAction } from '../../contract/audit/enums.ts';
import type { ClaimEvent } from '../../contract/external-hours/enums.ts';
import { ofHoursClaim } from '../../subject.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { writeEvent } from '../timeline/write-event.ts';
import type { HoursClaim } from './model.ts';

const ACTIONS = {
  submitted: 'external-hours.claimed',
  mended: 'external-hours.mended',
  withdrawn: 'external-hours.withdrawn',
  accepted: 'external-hours.accepted',
  returned: 'external-hours.returned',
  refused: 'external-hours.refused',
  revoked: 'external-hours.revoked',
} as const satisfies Partial<Record<ClaimEvent, AuditAction>>;

/** Writes what was done with a claim into its timeline and into the log. `actor` null: a machine did; `note`: what was said to it. */
export async function noteClaim(
  noted: { actor: Actor | null; claim: HoursClaim; event: keyof typeof ACTIONS; note?: string },
  t: Transaction,
): Promise<void> {
  const { actor, claim, event, note = '' } = noted;
  await writeEvent({ subject: ofHoursClaim(claim.id), event, by: actor, note }, t);
  const detail = [`${claim.organiser}，${claim.beginsOn}至${claim.endsOn}，申报${claim.tenths / 10}学时`, note];
  await writeAudit(
    {
      actor,
      action: ACTIONS[event],
      targetKind: 'hours-claim',
      targetId: claim.id,
      target: claim.title,
      detail: detail.filter(Boolean).join('；'),
    },
    t,
  );
}
