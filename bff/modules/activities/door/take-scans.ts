import { Op, type Transaction } from 'sequelize';
import { toIso } from '../../../contract/dates.ts';
import type { ScansTaken } from '../../../contract/door/replies.ts';
import type { SendScansParsed } from '../../../contract/door/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Activity } from '../model.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { activityKey, registrationName } from './codes.ts';
import { judgeScan } from './judge-scan.ts';
import { loadDevice } from './load-device.ts';
import { Scan, type DoorDevice } from './model.ts';
import { readArrived } from './read-roster.ts';
import { recountPresences } from './recount-presences.ts';
import { takeWalkIn } from './take-walk-in.ts';

/**
 * Takes what a device of the door has scanned. Each scan is kept once for its device and number, as it was read: sent twice,
 * in another order or between those of other devices, all of it comes to the same. One that leaves has ended: nobody waits
 * for it. Throws as `loadDevice`.
 */
export async function takeScans({ input }: { input: SendScansParsed }): Promise<ScansTaken> {
  const { token, scans } = input;
  return transaction(async (t) => {
    const device = await loadDevice(token, t);
    const activity = await lockActivity(device.activityId, t);
    const numbers = scans.map(({ number }) => number);
    const known = await Scan.findAll({
      where: { deviceId: device.id, number: { [Op.in]: numbers } },
      attributes: ['number'],
      transaction: t,
    });
    const kept = new Set(known.map(({ number }) => number));
    const now = clock.now();
    const offsetMs = now - input.sentAt;
    const fresh = scans.filter(({ number }) => !kept.has(number)).sort((one, other) => one.number - other.number);
    if (fresh.length > 0) await keep({ fresh, device, activity, offsetMs }, t);
    const isLeaving = input.isLeaving && input.waiting === 0;
    await device.update(
      { seenAt: now, waiting: input.waiting, offsetMs, ...(isLeaving && { dismissedAt: now }) },
      { transaction: t },
    );
    if (isLeaving) await noteLeft({ device, activity }, t);
    return {
      now: toIso(now),
      kept: await Scan.count({ where: { deviceId: device.id }, transaction: t }),
      arrived: await readArrived({ activityId: activity.id, since: input.since }, t),
    };
  });
}

async function noteLeft({ device, activity }: { device: DoorDevice; activity: Activity }, t: Transaction) {
  const actor = { accountId: device.openedById, name: device.openedBy, address: '' };
  const line = { action: 'door.left', targetKind: 'activity', targetId: activity.id, target: device.entrance } as const;
  await writeAudit({ actor, ...line, detail: `设备${device.id}` }, t);
}

async function keep(
  sent: { fresh: SendScansParsed['scans']; device: DoorDevice; activity: Activity; offsetMs: number },
  t: Transaction,
): Promise<void> {
  const { fresh, device, activity, offsetMs } = sent;
  const key = activityKey(activity.id);
  const ids = await select(idRow, 'SELECT id FROM activity_registrations WHERE activity_id = ?', [activity.id], t);
  const known = new Set(ids.map(({ id }) => id));
  const names = new Map(ids.map(({ id }) => [registrationName(key, id), id]));
  const written = new Set<number>();
  for (const scan of fresh) {
    if (written.has(scan.number)) continue;
    written.add(scan.number);
    const now = clock.now();
    const judged = judgeScan({ scan, activity, device, key, names, known, offsetMs, now });
    // Whoever stands at the door does so while it is open: a seat that is taken at another time is looked at by staff.
    const isAtDoor = scan.way === 'walkin' && judged.doubt === 'walkin';
    const walkedIn = isAtDoor ? await takeWalkIn({ activity, device, licenceNo: scan.read }, t) : null;
    await Scan.create(
      {
        activityId: activity.id,
        deviceId: device.id,
        number: scan.number,
        read: scan.read,
        direction: scan.direction,
        way: scan.way,
        deviceAt: scan.deviceAt,
        receivedAt: now,
        ...judged,
        ...walkedIn,
      },
      { transaction: t },
    );
  }
  await recountPresences(activity.id, t);
}
