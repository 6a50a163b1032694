import type { Transaction } from 'sequelize';
import { toPlainNumber } from '../../../contract/text.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { findLawyerByLicence } from '../../registry/facts/find-by-licence.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ActivityGroup, Registration, type Activity } from '../model.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { takeSeat } from '../seats/take-seat.ts';
import { liveKeyOf, writeRegistration } from '../seats/write-registration.ts';
import type { DoorDevice, Scan } from './model.ts';

type WalkedIn = Pick<Scan, 'registrationId' | 'doubt' | 'note'>;
const KEY_BITS = 128;

/**
 * 现场补报: somebody stands at the door who has not signed up. Who fits gets a seat where there is one and it costs nothing;
 * otherwise staff look at it, with the reason. The activity is locked.
 */
export async function takeWalkIn(
  { activity, device, licenceNo }: { activity: Activity; device: DoorDevice; licenceNo: string },
  t: Transaction,
): Promise<WalkedIn> {
  // What a device without a network says of it comes later.
  if (activity.state === 'cancelled') return refused('活动已取消');
  const found = await findLawyerByLicence(toPlainNumber(licenceNo), t);
  if (!found) return refused('没有找到该执业证号的律师');
  const { lawyer } = found;
  const liveKey = liveKeyOf(activity.id, lawyer.id);
  const live = await Registration.findOne({ where: { liveKey }, transaction: t, lock: t.LOCK.UPDATE });
  if (live?.state === 'registered') return { registrationId: live.id, doubt: '', note: '已报名' };
  if (live) return refused(`${lawyer.name}尚未占有名额`);
  const groups = await ActivityGroup.findAll({ where: { activityId: activity.id }, order: ['id'], transaction: t });
  const unmet = await judgeLawyer({ activity, groups, lawyerId: lawyer.id }, t);
  const fitting = groups.filter(({ id }) => unmet.groups.get(id)?.length === 0);
  const why = unmet.activity[0] ?? (fitting.length === 0 ? [...unmet.groups.values()].flat()[0] : undefined);
  if (why !== undefined) return refused(`${lawyer.name}：${why}`);
  for (const group of fitting.filter(({ feeFen }) => feeFen === 0)) {
    if (!(await takeSeat({ activityId: activity.id, groupId: group.id }, t))) continue;
    return { registrationId: await signUp({ activity, device, group, lawyer }, t), doubt: '', note: '现场补报' };
  }
  return refused(`${lawyer.name}：${fitting.some(({ feeFen }) => feeFen === 0) ? '名额已满' : '收费活动须先支付'}`);
}

const refused = (note: string): WalkedIn => ({ registrationId: null, doubt: 'walkin', note: note.slice(0, 200) });

async function signUp(
  made: {
    activity: Activity;
    device: DoorDevice;
    group: ActivityGroup;
    lawyer: { id: number; name: string; firmId: number | null };
  },
  t: Transaction,
): Promise<number> {
  const { activity, device, group, lawyer } = made;
  const registration = await writeRegistration(
    {
      activity,
      state: 'registered',
      feeFen: 0,
      groupId: group.id,
      lawyerId: lawyer.id,
      firmId: lawyer.firmId,
      accountId: device.openedById,
      answers: {},
      reason: '现场补报',
      idempotencyKey: randomToken(KEY_BITS),
      contentHash: '',
    },
    t,
  );
  const { id } = registration;
  await writeEvent({ subject: ofRegistration(id), event: 'added', by: null, note: `现场补报，${device.entrance}` }, t);
  const actor = { accountId: device.openedById, name: device.openedBy, address: '' };
  const line = { action: 'registration.added', targetKind: 'registration', targetId: id } as const;
  await writeAudit({ actor, ...line, target: `${activity.title} ${lawyer.name}`, detail: '现场补报' }, t);
  return id;
}
