import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../actor.ts';
import type { ClaimState } from '../../contract/external-hours/enums.ts';
import type { DecideHoursClaimParsed } from '../../contract/external-hours/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { lockForWriting } from '../registry/facts/lock-subjects.ts';
import { createRecord } from '../registry/records/create-record.ts';
import { hoursRecords } from '../registry/records/hours-records.ts';
import type { HoursClaim } from './model.ts';
import { noteClaim } from './note-claim.ts';
import { loadClaim } from './policy.ts';
import { rightsOf } from './rules.ts';
import { tellDecided } from './tell-decided.ts';

const BECOMES = { accept: 'accepted', return: 'returned', refuse: 'refused' } as const satisfies Record<
  DecideHoursClaimParsed['verdict'],
  ClaimState
>;

/**
 * Accepts a claim, with as many hours as the proof bears; returns it to be mended; or refuses it. What is accepted becomes
 * one record of hours of the registry in the same transaction, and the lawyer is told. Locks: lawyer → claim; whoever comes
 * second finds it decided. Throws `not_found`, `already_decided`, `wrong_state`, `changed_meanwhile`, `invalid_fields`.
 */
export async function decideClaim(decided: {
  actor: StaffActor;
  id: number;
  decision: DecideHoursClaimParsed;
}): Promise<void> {
  const { actor, id, decision } = decided;
  const { lawyerId } = await loadClaim(actor, id);
  await transaction(async (t) => {
    await lockForWriting({ firmIds: [], lawyerIds: [lawyerId] }, t);
    const claim = await loadClaim(actor, id, t);
    expectOpen(claim);
    if (claim.version !== decision.version) throw new AppError('changed_meanwhile');
    const state = BECOMES[decision.verdict];
    const { opinion } = decision;
    const accepted = decision.verdict === 'accept' ? await accept({ actor, claim, ...decision }, t) : {};
    const by = { decidedAt: clock.now(), decidedById: actor.accountId, decidedBy: actor.name };
    const keeps = state === 'refused' ? { liveKey: null } : {};
    await claim.update(
      { state, opinion, ...by, ...accepted, ...keeps, version: claim.version + 1 },
      { transaction: t },
    );
    await noteClaim({ actor, claim, event: state, note: inWords(claim) }, t);
    await tellDecided(claim, t);
  });
}

function expectOpen({ state }: HoursClaim): void {
  if (rightsOf(state).decide) return;
  if (state === 'withdrawn') throw new AppError('wrong_state', { message: '本人已撤回这份申报' });
  throw new AppError('already_decided', { message: '这份申报已经审核' });
}

async function accept(
  accepting: { actor: StaffActor; claim: HoursClaim; tenths: number; opinion: string },
  t: Transaction,
) {
  const { actor, claim, tenths, opinion } = accepting;
  const fault = (field: string, message: string) => new AppError('invalid_fields', { fields: { [field]: message } });
  if (tenths > claim.tenths) throw fault('tenths', `认定学时不能多于申报的${claim.tenths / 10}学时`);
  if (tenths < claim.tenths && opinion === '') throw fault('opinion', '认定学时少于申报的，请写明原因');
  const input = {
    subjectKind: 'lawyer' as const,
    subjectId: claim.lawyerId,
    title: claim.title,
    heldOn: claim.beginsOn,
    hours: tenths / 10,
    kind: claim.kind,
    mode: claim.mode,
    source: 'external' as const,
    state: 'checked_in' as const,
    remark: `校外学时申报${claim.id}：${claim.organiser}`,
  };
  const { id } = await createRecord({ actor, kind: hoursRecords, input }, t);
  return { acceptedTenths: tenths, hoursRecordId: id };
}

function inWords({ acceptedTenths, tenths, opinion }: HoursClaim): string {
  const hours = acceptedTenths === null ? '' : `认定${acceptedTenths / 10}学时（申报${tenths / 10}学时）`;
  return [hours, opinion].filter(Boolean).join('：');
}
