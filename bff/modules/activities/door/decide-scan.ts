import type { StaffActor } from '../../../actor.ts';
import type { DecideScan } from '../../../contract/door/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { DoorDevice, Scan } from './model.ts';
import { recountPresences } from './recount-presences.ts';

/** Says whether a doubtful scan counts; answers its activity. Throws `not_found`, `wrong_state` where nobody knows whose it is. */
export async function decideScan(decided: { actor: StaffActor; id: number; input: DecideScan }): Promise<number> {
  const { actor, id, input } = decided;
  return transaction(async (t) => {
    const found = await Scan.findByPk(id, { attributes: ['activityId'], transaction: t });
    if (!found) throw new AppError('not_found');
    const activity = await lockActivity(found.activityId, t);
    const scan = await Scan.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
    if (input.verdict === 'accepted' && scan.registrationId === null) {
      throw new AppError('wrong_state', { message: '不知道是谁，请在报名名单中登记' });
    }
    const note = input.note ?? '';
    await scan.update({ decision: input.verdict, decidedBy: actor.name, ...(note && { note }) }, { transaction: t });
    const action = input.verdict === 'accepted' ? 'scan.accepted' : 'scan.refused';
    const line = { action, targetKind: 'activity', targetId: activity.id, target: activity.title } as const;
    await writeAudit({ actor, ...line, detail: `签到${id}${note && `：${note}`}` }, t);
    await recountPresences(activity.id, t);
    return activity.id;
  });
}

/** Ends a device: nothing it sends is taken any more, and nobody waits for it. Answers its activity. Throws `not_found`. */
export async function dismissDevice({ actor, id }: { actor: StaffActor; id: number }): Promise<number> {
  return transaction(async (t) => {
    const device = await DoorDevice.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!device) throw new AppError('not_found');
    const { activityId, entrance } = device;
    if ((device.dismissedAt ?? null) !== null) return activityId;
    await device.update({ dismissedAt: clock.now() }, { transaction: t });
    const line = { action: 'door.dismissed', targetKind: 'activity', targetId: activityId, target: entrance } as const;
    await writeAudit({ actor, ...line, detail: `设备${id}` }, t);
    return activityId;
  });
}
