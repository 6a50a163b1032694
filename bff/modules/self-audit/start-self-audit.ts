import type { Transaction } from 'sequelize';
import type { SelfAuditScope } from '../../contract/self-audit/enums.ts';
import { HOUR_MS, endOfShanghaiDay, startOfShanghaiDay } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { AppError } from '../../errors.ts';
import { SYSTEM, type StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { SelfAudit } from './model.ts';

/** Shanghai time at which the nightly round begins: nobody works then. */
const NIGHT_MS = 3 * HOUR_MS;

/** Asks for the round of the coming night; every process may ask, it is done once. */
export async function scheduleSelfAudit(): Promise<void> {
  const today = startOfShanghaiDay(clock.today()) + NIGHT_MS;
  const runAt = today > clock.now() ? today : endOfShanghaiDay(clock.today()) + NIGHT_MS;
  await transaction((t) => enqueue('start-self-audit', {}, { t, dedupeKey: `self-audit:${runAt}`, runAt }));
}

/** Asks for the next nightly round, whatever comes of this one, and begins it. */
export async function startNightlyAudit(): Promise<void> {
  await scheduleSelfAudit();
  await transaction((t) => begin('share', SYSTEM, t));
}

/** Staff have every certificate read again. Throws `wrong_state` while such a round is under way. */
export async function startFullAudit({ actor }: { actor: StaffActor }): Promise<SelfAudit> {
  return transaction(async (t) => {
    const running = await SelfAudit.findOne({ where: { scope: 'all', finishedAt: null }, transaction: t });
    if (running) throw new AppError('wrong_state', { message: '全部检查正在进行，请等它完成' });
    const round = await begin('all', actor.name, t);
    await writeAudit(
      { actor, action: 'self-audit.started', targetKind: 'self-audit', targetId: round.id, target: `自检 ${round.id}` },
      t,
    );
    return round;
  });
}

async function begin(scope: SelfAuditScope, startedBy: string, t: Transaction): Promise<SelfAudit> {
  const round = await SelfAudit.create(
    {
      scope,
      startedBy,
      startedAt: clock.now(),
      finishedAt: null,
      untilCertificateId: 0,
      checked: 0,
      faulty: 0,
      orphans: 0,
    },
    { transaction: t },
  );
  await enqueue('run-self-audit', { selfAuditId: round.id }, { t, dedupeKey: `run-self-audit:${round.id}` });
  return round;
}
