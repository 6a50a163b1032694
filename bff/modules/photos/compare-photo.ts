import { Op, type Transaction } from 'sequelize';
import type { MemberActor } from '../../actor.ts';
import { DAY_MS, startOfShanghaiDay } from '../../contract/dates.ts';
import { FACE_RESULTS, PHOTO_WAYS, type FaceResult } from '../../contract/photos/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { faceProvider, verifyFace, type Claim } from '../../platform/photo-check/photo-check.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { consentInForce } from '../privacy/separate-consents.ts';
import { identityOf, lockLawyer, matchIdentity } from '../registry/lawyers/match-identity.ts';
import type { Lawyer } from '../registry/model.ts';
import { activate, refer } from './accept-photo.ts';
import { FACE_AGREEMENT } from './face-consent.ts';
import { Photo, PhotoCheck } from './model.ts';
import { portraitOf } from './photo-files.ts';
import { lawyerIdOf, loadPhotoIn } from './policy.ts';
import { changeableOn, LASTING, whyNoFace } from './rules.ts';
import { readPhotoSettings } from './settings.ts';

/** Longer than the provider takes: an answer that has not come by then does not come. */
const UNDER_WAY_MS = 60_000;
const MONTH_MS = 30 * DAY_MS;

interface Asked {
  checkId: number;
  claim: Claim;
}

/**
 * Has the lawyer's draft compared by face with what the police have under name and number. Nothing is sent without a
 * standing consent to the present edition; that it is asked is written before it is, so that no restart asks for free. The
 * same picture of the same person is not asked about twice. Throws `not_found`, `wrong_state` with why not,
 * `too_many_requests`.
 */
export async function comparePhoto(comparison: {
  actor: MemberActor;
  id: number;
  isInMiniProgram: boolean;
}): Promise<void> {
  const asked = await transaction((t) => ask(comparison, t));
  if (asked === null) return;
  const { result, transactionNo } = await verifyFace(asked.claim);
  await transaction((t) => answer({ ...comparison, asked, result, transactionNo }, t));
}

async function ask(
  { actor, id, isInMiniProgram }: { actor: MemberActor; id: number; isInMiniProgram: boolean },
  t: Transaction,
): Promise<Asked | null> {
  const lawyerId = lawyerIdOf(actor);
  const lawyer = await lockLawyer(lawyerId, t);
  const photo = await loadPhotoIn('draft', { actor, id }, t);
  const identity = identityOf(lawyer);
  const settings = await readPhotoSettings(t);
  const current = await Photo.findOne({ where: { slot: `current:${lawyerId}` }, transaction: t });
  const why = whyNoFace({
    settings,
    provider: faceProvider(),
    isResident: identity.isResident,
    isInsistedOn: photo.isInsistedOn,
    isInMiniProgram,
    changeableOn: changeableOn(current?.activatedAt ?? null, settings.changeDays, clock.today()),
  });
  if (why) throw new AppError('wrong_state', { message: why });
  const consent = await consentInForce(actor.accountId, FACE_AGREEMENT, t);
  if (!consent) throw new AppError('wrong_state', { message: '请先阅读并同意人脸比对告知书，或选择人工核验' });

  const known = { lawyerId, photoHash: photo.hash, subjectHash: identity.fingerprint };
  const stored = await PhotoCheck.findOne({ where: { ...known, result: [...LASTING] }, transaction: t });
  if (stored?.result) {
    await apply({ actor, lawyer, photo, result: stored.result }, t);
    return null;
  }
  await refuseTooMany(lawyerId, settings, t);
  const check = await PhotoCheck.create(
    {
      ...known,
      photoId: photo.id,
      transactionNo: null,
      consentId: consent.id,
      result: null,
      provider: faceProvider(),
      askedAt: clock.now(),
    },
    { transaction: t },
  );
  const jpeg = await portraitOf(photo);
  if (!jpeg) throw new Error(`the portrait of photo ${photo.id} is gone`);
  return { checkId: check.id, claim: { name: identity.name, identityNumber: identity.identityNumber, jpeg } };
}

/** How many comparisons a lawyer has left today. */
export async function leftToday(
  lawyerId: number,
  { checksPerDay, checksPerMonth }: { checksPerDay: number; checksPerMonth: number },
  t?: Transaction,
): Promise<number> {
  const since = (from: number) =>
    PhotoCheck.count({ where: { lawyerId, askedAt: { [Op.gte]: from } }, transaction: t ?? null });
  const today = await since(startOfShanghaiDay(clock.today()));
  const month = await since(clock.now() - MONTH_MS);
  return Math.max(0, Math.min(checksPerDay - today, checksPerMonth - month));
}

async function refuseTooMany(
  lawyerId: number,
  settings: { checksPerDay: number; checksPerMonth: number },
  t: Transaction,
): Promise<void> {
  const askedAt = { [Op.gt]: clock.now() - UNDER_WAY_MS };
  const underWay = await PhotoCheck.count({ where: { lawyerId, result: null, askedAt }, transaction: t });
  if (underWay > 0) throw new AppError('too_many_requests', { message: '正在比对，请稍候刷新' });
  if ((await leftToday(lawyerId, settings, t)) > 0) return;
  throw new AppError('too_many_requests', { message: '比对次数已用完，请选择人工核验，或过些天再试' });
}

async function answer(
  answered: { actor: MemberActor; id: number; asked: Asked; result: FaceResult; transactionNo: string },
  t: Transaction,
): Promise<void> {
  const { actor, id, asked, transactionNo } = answered;
  const lawyer = await lockLawyer(lawyerIdOf(actor), t);
  const check = await PhotoCheck.findByPk(asked.checkId, { transaction: t, rejectOnEmpty: true });
  // Withdrawn meanwhile: then nothing of it is kept but the result.
  const isEvidenceKept = check.photoHash !== null;
  // If name or number have changed meanwhile, the answer is about somebody else and counts as none.
  const isSame = !isEvidenceKept || check.subjectHash === identityOf(lawyer).fingerprint;
  const result = isSame ? answered.result : 'unavailable';
  await check.update({ result, ...(isEvidenceKept && { transactionNo }) }, { transaction: t });
  await writeAudit(
    {
      actor,
      action: 'photo.compared',
      targetKind: 'lawyer',
      targetId: lawyer.id,
      target: `${lawyer.name}（${lawyer.licenceNo}）`,
      detail: FACE_RESULTS[result],
    },
    t,
  );
  const photo = await Photo.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (photo?.state === 'draft') await apply({ actor, lawyer, photo, result }, t);
}

/** Only a pass goes on: the photo is in use, or waits for staff where the office wants to see changed ones. */
async function apply(
  { actor, lawyer, photo, result }: { actor: MemberActor; lawyer: Lawyer; photo: Photo; result: FaceResult },
  t: Transaction,
): Promise<void> {
  if (result !== 'pass') return;
  await photo.update({ way: 'face' }, { transaction: t });
  await matchIdentity({ lawyer, by: actor, how: PHOTO_WAYS.face }, t);
  const slot = `current:${lawyer.id}`;
  const isChange = (await Photo.count({ where: { slot }, transaction: t })) > 0;
  if (isChange && (await readPhotoSettings(t)).needsStaff) await refer(photo, t);
  else await activate(photo, t);
}
