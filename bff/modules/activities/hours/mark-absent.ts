import { transaction } from '../../../platform/db/database.ts';
import { Presence } from '../presence/model.ts';
import { writePresence } from '../presence/write-presence.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/** 缺席 of one who had a seat, was not seen and had no leave; online nobody is absent. Harmless when something is known by now. */
export async function markAbsent({ registrationId }: { registrationId: number }): Promise<void> {
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id: registrationId }, t);
    if (registration.state !== 'registered' || activity.state === 'cancelled' || activity.isOnline) return;
    if (await Presence.findOne({ where: { registrationId }, transaction: t })) return;
    const seen = { outcome: 'absent', arrivedAt: null, leftAt: null, way: 'rule' } as const;
    await writePresence({ registrationId, seen, by: null }, t);
    const news = '您没有到场，也没有请假，已记缺席。如有异议，请提交工单说明。';
    await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
  });
}
