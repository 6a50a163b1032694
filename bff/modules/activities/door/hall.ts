import QRCode from 'qrcode';
import type { MemberActor } from '../../../actor.ts';
import { HOUR_MS, toIso } from '../../../contract/dates.ts';
import { hallCode, HALL_STEP_MS, readHallCode } from '../../../contract/door/code.ts';
import type { Arrived, HallScreen } from '../../../contract/door/replies.ts';
import { env } from '../../../env.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { Presence } from '../presence/model.ts';
import { writePresence } from '../presence/write-presence.ts';
import { inWords } from '../rules.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { liveKeyOf } from '../seats/write-registration.ts';
import { hallDigits, hallMac, isOnScreen } from './codes.ts';
import { countPresent } from './show-door.ts';

const PICTURE = { margin: 2, width: 640 };
const TRIES = { name: 'hall-digits', limit: 8, windowMs: 10 * 60_000 };

/** The code on the screen of the hall: an address that a telephone opens, another one every 15 seconds. Throws `not_found`. */
export async function showHallScreen({ activityId }: { activityId: number }): Promise<HallScreen> {
  const { title } = await Activity.findByPk(activityId, { rejectOnEmpty: new AppError('not_found') });
  const now = clock.now();
  const step = Math.floor(now / HALL_STEP_MS);
  const code = hallCode({ activityId, step, mac: hallMac(activityId, step) });
  return {
    picture: await QRCode.toDataURL(`${env.PUBLIC_URL}/arrive?code=${code}`, PICTURE),
    title,
    present: await countPresent(activityId),
    until: toIso((step + 1) * HALL_STEP_MS),
    now: toIso(now),
  };
}

/** The digits that the host reads out, for the staff. Throws `not_found`. */
export async function showHallDigits({ activityId }: { activityId: number }) {
  await Activity.findByPk(activityId, { attributes: ['id'], rejectOnEmpty: new AppError('not_found') });
  return { digits: hallDigits(activityId) };
}

/**
 * A lawyer in the hall says that he is there: by the code on its screen, which was there within three minutes, and what the
 * host says. Once for a registration. Throws `forbidden`, `wrong_state` in words, `invalid_fields`, `rate_limited`.
 */
export async function arrive(asked: { actor: MemberActor; input: { code: string; digits: string } }): Promise<Arrived> {
  const { actor, input } = asked;
  const { lawyerId } = expectLawyer(actor);
  await countAgainst(TRIES, String(actor.accountId));
  const code = readHallCode(input.code);
  if (!code) throw new AppError('wrong_state', { message: '无法识别的二维码，请扫描会场大屏上的签到码' });
  if (!isOnScreen(code, clock.now())) throw new AppError('wrong_state', { message: '签到码已过期，请重新扫描大屏' });
  if (input.digits !== hallDigits(code.activityId)) {
    throw new AppError('invalid_fields', { fields: { digits: '数字不对，请以主持人公布的为准' } });
  }
  return transaction(async (t) => {
    const activity = await lockActivity(code.activityId, t);
    const where = { liveKey: liveKeyOf(activity.id, lawyerId) };
    const registration = await Registration.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (registration?.state !== 'registered') {
      throw new AppError('wrong_state', { message: `您没有报名“${activity.title}”，请到签到台现场补报` });
    }
    const now = clock.now();
    const opensAt = activity.beginsAt - HOUR_MS;
    if (now < opensAt) throw new AppError('wrong_state', { message: `${inWords(opensAt)}起可以签到` });
    if (now >= activity.endsAt) throw new AppError('wrong_state', { message: '活动已经结束' });
    const before = await Presence.findOne({ where: { registrationId: registration.id }, transaction: t });
    if (before?.outcome === 'present') {
      return { title: activity.title, at: toIso(before.arrivedAt ?? now), isFirst: false };
    }
    const seen = { outcome: 'present', arrivedAt: now, leftAt: null, way: 'hall' } as const;
    await writePresence({ registrationId: registration.id, seen, by: actor }, t);
    return { title: activity.title, at: toIso(now), isFirst: true };
  });
}
