import { Op, type Transaction } from 'sequelize';
import { HOUR_MS } from '../../contract/dates.ts';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import { CHANGE_HOURS, CHANGE_KINDS } from '../../contract/two-person/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { describeChange } from './describe-change.ts';
import { ChangeRequest, type Change } from './model.ts';

/** What lets an act through that takes two persons; called first thing in the act's own transaction. */
export type Leave = (t: Transaction) => Promise<void>;

/**
 * Asks for a change that takes two persons: nothing is changed until another administrator confirms it. The same asked
 * again while it waits is the same. In the transaction that saw what it is asked on.
 */
export async function requestChange(
  asked: Change & { actor: StaffActor; target: string; before: string; after: string },
  t: Transaction,
): Promise<ChangeRow> {
  const { actor, kind, payload, target, before, after } = asked;
  const now = clock.now();
  const requestedBy = actor.accountId;
  const where = { state: 'waiting', kind, requestedBy, expiresAt: { [Op.gt]: now } };
  const waiting = await ChangeRequest.findAll({ where, transaction: t });
  const same = waiting.find((one) => JSON.stringify(one.payload) === JSON.stringify(payload));
  if (same) return describeChange(same, actor);
  const change = await ChangeRequest.create(
    {
      kind,
      payload,
      accountId: 'accountId' in payload ? payload.accountId : null,
      target,
      beforeWords: before,
      afterWords: after,
      state: 'waiting',
      requestedBy,
      requestedByName: actor.name,
      requestedAt: now,
      expiresAt: now + CHANGE_HOURS * HOUR_MS,
      decidedByName: '',
      decidedAt: null,
      reason: '',
    },
    { transaction: t },
  );
  await auditChange({ actor, action: 'change.requested', change }, t);
  return describeChange(change, actor);
}

/** What became of a change, for the log: about what, from what, to what. */
export async function auditChange(
  line: {
    actor: StaffActor;
    action: 'change.requested' | 'change.confirmed' | 'change.declined' | 'change.withdrawn';
    change: ChangeRequest;
  },
  t: Transaction,
): Promise<void> {
  const { actor, action, change } = line;
  const { id, kind, target, requestedByName, reason } = change;
  const whose = action === 'change.confirmed' || action === 'change.declined' ? `（申请人：${requestedByName}）` : '';
  await writeAudit(
    {
      actor,
      action,
      targetKind: 'change',
      targetId: id,
      target: `${CHANGE_KINDS[kind]}：${target}`,
      detail: `${whatOf(change)}${whose}${reason && `，理由：${reason}`}`,
    },
    t,
  );
}

/** Whole texts stay with the change: the log would cut them. */
const whatOf = ({ beforeWords, afterWords }: ChangeRequest): string => {
  const isLong = beforeWords.length + afterWords.length > MAX_IN_LOG;
  return isLong ? '全文见须两人确认的变更' : `${beforeWords}→${afterWords}`;
};
const MAX_IN_LOG = 400;
