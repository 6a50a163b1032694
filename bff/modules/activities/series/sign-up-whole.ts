import { UniqueConstraintError, type Transaction } from 'sequelize';
import type { LawyerActor, MemberActor } from '../../../actor.ts';
import type { SignUpWholeParsed } from '../../../contract/activity-series/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { transaction } from '../../../platform/db/database.ts';
import { contentHashOf } from '../../../platform/db/submit-once.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { inWords, rightsOf } from '../rules.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { ActivitySeries } from '../sessions/model.ts';
import { enterLawyer } from '../signing-up/enter-lawyer.ts';
import { isOnLeave, ON_LEAVE } from '../signing-up/on-leave.ts';
import { writeSignedUp } from '../signing-up/note-signed-up.ts';

interface Asked {
  lawyer: LawyerActor;
  id: number;
  input: SignUpWholeParsed;
}

/**
 * 整期报名: signs a lawyer up for every session of a series whose sign-up is open, all or none, and tells him once. Sessions
 * that he is in stay as they are, so that twice makes one. Locks the sessions in the order of their ids. Throws `forbidden`
 * (firm), `not_found`, and as `enterLawyer`, with the session named.
 */
export async function signUpWhole(asked: { actor: MemberActor; id: number; input: SignUpWholeParsed }): Promise<void> {
  const { actor, id, input } = asked;
  const lawyer = expectLawyer(actor);
  const enter = () => transaction((t) => enterAll({ lawyer, id, input }, t));
  try {
    await enter();
  } catch (error) {
    // The twin of a double tap was faster: what it has entered is found now.
    if (!(error instanceof UniqueConstraintError)) throw error;
    await enter();
  }
}

async function enterAll({ lawyer, id, input }: Asked, t: Transaction): Promise<void> {
  const series = await ActivitySeries.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
  if (series.way !== 'whole') throw new AppError('wrong_state', { message: '请选择场次，分别报名' });
  const sessions = await Activity.findAll({
    where: { seriesId: id, state: 'published' },
    order: ['id'],
    transaction: t,
  });
  if (sessions.length === 0) throw new AppError('not_found');
  const { lawyerId, accountId } = lawyer;
  const ever = await Registration.findAll({
    where: { lawyerId, activityId: sessions.map((session) => session.id) },
    order: ['id'],
    transaction: t,
  });
  const live = ever.filter(({ liveKey }) => liveKey !== null);
  // Of a session that he is on leave from, staff decide.
  const latest = [...new Map(ever.map((one) => [one.activityId, one])).values()];
  const isSettled = new Set(
    latest.filter((one) => one.liveKey !== null || isOnLeave(one)).map(({ activityId }) => activityId),
  );
  const now = clock.now();
  const open = sessions.filter(
    (session) => !isSettled.has(session.id) && 'until' in rightsOf(session, null, now).signUp,
  );
  if (open.length === 0) {
    if (live.length > 0) return;
    throw new AppError('wrong_state', { message: latest.some(isOnLeave) ? ON_LEAVE : '没有正在报名的场次' });
  }
  const timesIn = ({ id: activityId }: Activity) => ever.filter((one) => one.activityId === activityId).length;
  const entered: { activity: Activity; registration: Registration }[] = [];
  for (const session of open) {
    const where = { activityId: session.id };
    const group = await ActivityGroup.findOne({ where, order: ['id'], transaction: t, rejectOnEmpty: true });
    const one = await named(session, () =>
      enterLawyer(
        {
          isWhole: true,
          activityId: session.id,
          groupId: group.id,
          lawyerId,
          accountId,
          firm: null,
          answers: {},
          waits: input.waits,
          // Who has left a session and comes back on the same page sends the same key.
          idempotencyKey: sha256(`${input.idempotencyKey}:${session.id}:${timesIn(session)}`),
          contentHash: contentHashOf({ seriesId: id, ...input }),
        },
        t,
      ),
    );
    await writeSignedUp({ actor: lawyer, ...one }, t);
    entered.push(one);
  }
  await tellOnce(series, entered, t);
}

/** What stands against one session is said with its name. */
async function named<Done>({ title }: Activity, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'wrong_state') throw error;
    throw new AppError('wrong_state', { message: `“${title}”：${error.message}` });
  }
}

async function tellOnce(
  { title }: ActivitySeries,
  entered: readonly { activity: Activity; registration: Registration }[],
  t: Transaction,
): Promise<void> {
  const [first, ...others] = [...entered].sort((a, b) => a.activity.beginsAt - b.activity.beginsAt);
  if (!first) return;
  const waiting = entered.filter(({ registration }) => registration.state === 'waiting');
  const waits = waiting.length > 0 ? `，其中${waiting.length}场候补` : '';
  const begins = others.length > 0 ? `，${inWords(first.activity.beginsAt)}开始第一场` : '';
  const news = `系列“${title}”报名成功，共${entered.length}场${waits}${begins}。各场可以分别取消、请假。`;
  await tellLawyer({ ...first, event: 'activity_signed_up', news }, t);
}
