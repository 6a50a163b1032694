import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { addDays, startOfShanghaiDay } from '../../../contract/dates.ts';
import { DUTY_STATES, MAX_LEAVE_DAYS } from '../../../contract/ticket-duty/enums.ts';
import type { SetLeaveParsed } from '../../../contract/ticket-duty/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { TicketDuty } from './model.ts';
import { lockTeam } from './read-team.ts';
import type { Colleague } from './rules.ts';
import { standInsFor } from './show-duty.ts';

interface Set {
  actor: StaffActor;
  /** Whose: the actor's own, or of somebody whom the actor leads. */
  accountId: number;
}

/** Says whether somebody is there to be given tickets. Throws `not_found`. */
export async function setPresence({ actor, accountId, isPresent }: Set & { isPresent: boolean }): Promise<void> {
  await transaction(async (t) => {
    const { person } = await load(accountId, t);
    await write(accountId, { isPresent }, t);
    if (actor.accountId === accountId) return;
    // One's own switch is moved several times a day, and is nobody's business later.
    const detail = isPresent ? DUTY_STATES.present : DUTY_STATES.away;
    await writeAudit({ actor, action: 'duty.set', ...targetOf(person), detail }, t);
  });
}

/**
 * Enters a leave with who stands in, in place of the one before. Throws `not_found`, `invalid_fields`, and
 * `changed_meanwhile` when somebody else has entered or ended one since it was read.
 */
export async function setLeave({ actor, accountId, leave }: Set & { leave: SetLeaveParsed }): Promise<void> {
  const { from, until, standInId, version } = leave;
  await transaction(async (t) => {
    const { person, team } = await load(accountId, t);
    refuseStale(person, version);
    const today = clock.today();
    const faults = {
      ...(until < today && { until: '结束日期已过，请重新选择' }),
      ...(until > addDays(today, MAX_LEAVE_DAYS) && { until: `结束日期最晚为${addDays(today, MAX_LEAVE_DAYS)}` }),
      ...(!standInsFor(person, team).some(({ id }) => id === standInId) && { standInId: NO_STAND_IN }),
    };
    if (Object.keys(faults).length > 0) throw new AppError('invalid_fields', { fields: faults });
    await write(accountId, { leaveFrom: from, leaveUntil: until, standInId, leaveVersion: version + 1 }, t);
    const name = team.find(({ id }) => id === standInId)?.name ?? '';
    const detail = `${from}至${until}，代班人${name}`;
    await writeAudit({ actor, action: 'duty.leave-set', ...targetOf(person), detail }, t);
    await enqueue('cover-leaves', {}, { t, runAt: Math.max(clock.now(), startOfShanghaiDay(from)) });
  });
}
const NO_STAND_IN = '请选择另一位处理同类工单的同事作代班人';

/** Ends a leave, or drops one that is planned; what was given to who stood in stays there. Throws as above. */
export async function endLeave({ actor, accountId, version }: Set & { version: number }): Promise<void> {
  await transaction(async (t) => {
    const { person } = await load(accountId, t);
    refuseStale(person, version);
    if (!person.leave) return;
    const none = { leaveFrom: null, leaveUntil: null, standInId: null };
    await write(accountId, { ...none, leaveVersion: version + 1 }, t);
    const detail = `${person.leave.from}至${person.leave.until}`;
    await writeAudit({ actor, action: 'duty.leave-ended', ...targetOf(person), detail }, t);
  });
}

function refuseStale({ leaveVersion }: Colleague, seen: number): void {
  if (leaveVersion !== seen) throw new AppError('changed_meanwhile', { message: CHANGED });
}
const CHANGED = '休假刚被他人更改，请看最新的内容后再保存';

async function load(accountId: number, t: Transaction): Promise<{ person: Colleague; team: Colleague[] }> {
  const team = await lockTeam(t);
  const person = team.find(({ id }) => id === accountId);
  if (!person) throw new AppError('not_found');
  return { person, team };
}

const targetOf = ({ id, name }: Colleague) => ({ targetKind: 'account', targetId: id, target: name }) as const;

type Change = Partial<Pick<TicketDuty, 'isPresent' | 'leaveFrom' | 'leaveUntil' | 'standInId' | 'leaveVersion'>>;

async function write(accountId: number, change: Change, t: Transaction): Promise<void> {
  const changedAt = clock.now();
  const [known] = await TicketDuty.update({ ...change, changedAt }, { where: { accountId }, transaction: t });
  if (known > 0) return;
  const none = { isPresent: false, leaveFrom: null, leaveUntil: null, standInId: null, leaveVersion: 1 };
  await TicketDuty.create({ accountId, ...none, ...change, changedAt }, { transaction: t });
}
