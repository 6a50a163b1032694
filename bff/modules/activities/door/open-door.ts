import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import type { OpenedDoor } from '../../../contract/door/replies.ts';
import type { OpenDoorParsed } from '../../../contract/door/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { hashToken, randomToken } from '../../../platform/crypto/tokens.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Activity } from '../model.ts';
import { activityKey } from './codes.ts';
import { DoorDevice } from './model.ts';
import { forgottenAt, rosterOf } from './read-roster.ts';

const TOKEN_BITS = 256;

/** Whether an activity has a door: it is published, and not over for good. */
export const hasDoor = (activity: Activity): boolean =>
  (activity.state === 'published' || activity.state === 'hidden') && clock.now() < forgottenAt(activity);

/**
 * Makes the device in front of a member of staff one of the door: it is given the list of names, the key of the codes and a
 * token that can scan and nothing else, whatever becomes of the session. Throws `not_found`, `wrong_state` in words.
 */
export async function openDoor(asked: {
  actor: StaffActor;
  activityId: number;
  input: OpenDoorParsed;
}): Promise<OpenedDoor> {
  const { actor, activityId, input } = asked;
  const activity = await Activity.findByPk(activityId);
  if (!activity) throw new AppError('not_found');
  if (!hasDoor(activity)) throw new AppError('wrong_state', { message: '活动未发布或已结束，不能开启签到台' });
  const token = randomToken(TOKEN_BITS);
  await transaction(async (t) => {
    const device = await DoorDevice.create(
      {
        activityId,
        entrance: input.entrance,
        tokenHash: hashToken(token),
        openedById: actor.accountId,
        openedBy: actor.name,
        openedAt: await openedAtOf({ activityId, former: input.former }, t),
        endsAt: forgottenAt(activity),
      },
      { transaction: t },
    );
    const line = { action: 'door.opened', targetKind: 'activity', targetId: activityId } as const;
    await writeAudit({ actor, ...line, target: activity.title, detail: `${input.entrance}（设备${device.id}）` }, t);
  });
  const { now, ...roster } = await rosterOf(activity);
  return {
    ...roster,
    now: toIso(clock.now()) ?? now,
    entrance: input.entrance,
    token,
    key: activityKey(activityId).toString('base64'),
  };
}

/**
 * Since when the device has had the list: one that had ended and is opened anew still holds what it read before. Who was no
 * device of this activity has it from now on.
 */
async function openedAtOf(
  { activityId, former }: { activityId: number; former: string | undefined },
  t: Transaction,
): Promise<number> {
  if (former === undefined) return clock.now();
  const where = { activityId, tokenHash: hashToken(former) };
  return (await DoorDevice.findOne({ where, transaction: t }))?.openedAt ?? clock.now();
}
