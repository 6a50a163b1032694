import type { MemberActor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import { FACE_RESULTS } from '../../contract/photos/enums.ts';
import type { OwnPhoto } from '../../contract/photos/replies.ts';
import { clock } from '../../platform/clock/clock.ts';
import { faceProvider } from '../../platform/photo-check/photo-check.ts';
import { consentInForce } from '../privacy/separate-consents.ts';
import { findLawyer } from '../registry/lawyers/find-lawyer.ts';
import { leftToday } from './compare-photo.ts';
import { FACE_AGREEMENT } from './face-consent.ts';
import { Photo, PhotoCheck } from './model.ts';
import { lawyerIdOf } from './policy.ts';
import { presentOwn } from './present.ts';
import { changeableOn, whyNoFace } from './rules.ts';
import { readPhotoSettings } from './settings.ts';

/** So many of the latest photos are looked at, which reaches back far enough: two changes are a month apart. */
const LOOKED_AT = 20;

/** The lawyer's photos, and by which ways one can be verified. Throws `not_found` for a firm. */
export async function showOwnPhoto(of: { actor: MemberActor; isInMiniProgram: boolean }): Promise<OwnPhoto> {
  const { actor } = of;
  const lawyerId = lawyerIdOf(actor);
  const settings = await readPhotoSettings();
  const photos = await Photo.findAll({ where: { lawyerId }, order: [['id', 'DESC']], limit: LOOKED_AT });
  const inSlot = (slot: string) => photos.find((photo) => photo.slot === `${slot}:${lawyerId}`);
  const [current, draft, pending] = [inSlot('current'), inSlot('draft'), inSlot('pending')];
  const [latest] = photos.filter(({ state }) => state !== 'draft');
  const changeable = changeableOn(current?.activatedAt ?? null, settings.changeDays, clock.today());
  const { lawyer } = await findLawyer({ id: lawyerId });
  const why = whyNoFace({
    settings,
    provider: faceProvider(),
    isResident: lawyer.identityKind === 'resident',
    isInsistedOn: draft?.isInsistedOn ?? false,
    isInMiniProgram: of.isInMiniProgram,
    changeableOn: changeable,
  });
  const consent = await consentInForce(actor.accountId, FACE_AGREEMENT);
  return {
    current: presentOwn(current),
    draft: presentOwn(draft),
    pending: presentOwn(pending),
    refused: presentOwn(latest?.state === 'refused' ? latest : null),
    face: {
      isOffered: why === null,
      why: why ?? '',
      provider: faceProvider(),
      agreed: consent?.edition ?? null,
      agreedAt: toIso(consent?.agreedAt ?? null),
      leftToday: await leftToday(lawyerId, settings),
      last: draft ? await lastCheckOf(draft) : null,
    },
    changeableOn: changeable,
    evidenceDays: settings.evidenceDays,
  };
}

async function lastCheckOf({ id: photoId }: Photo): Promise<OwnPhoto['face']['last']> {
  const check = await PhotoCheck.findOne({ where: { photoId }, order: [['id', 'DESC']] });
  if (!check) return null;
  const result = check.result ?? 'unavailable';
  return { result, words: FACE_RESULTS[result], at: toIso(check.askedAt) };
}
