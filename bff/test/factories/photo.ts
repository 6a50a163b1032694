import type { LawyerActor, MemberActor } from '../../actor.ts';
import type { Crop } from '../../contract/photos/crop.ts';
import type { PhotoSettings } from '../../contract/photos/schemas.ts';
import { cropPhoto } from '../../modules/photos/crop-photo.ts';
import { Photo } from '../../modules/photos/model.ts';
import { referPhoto } from '../../modules/photos/refer-photo.ts';
import { readPhotoSettings, updatePhotoSettings } from '../../modules/photos/settings.ts';
import { uploadPhoto } from '../../modules/photos/upload-photo.ts';
import { portraitOf, type Drawing } from '../pictures.ts';
import { memberToken } from '../api.ts';
import { keepsState } from '../../platform/singletons.ts';
import { makeLawyer, memberActor, staffActor } from './registry.ts';

let serial = 0;
keepsState(() => {
  serial = 0;
});

/** A valid number of somebody born in 1948, which nobody else of a test has, with this check digit: the sandbox answers by it. */
export function endingIn(digit: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  for (;;) {
    const body = `44990119480101${String(++serial).padStart(3, '0')}`;
    const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
    if ('10X98765432'[sum % 11] === digit) return `${body}${digit}`;
  }
}

/** A lawyer whose identity nobody has compared yet. */
export async function photoMember(digit = '1') {
  const lawyer = await makeLawyer({ identityNumber: endingIn(digit), identityMatchedOn: null });
  return { lawyer, actor: await lawyerActor(lawyer.id), as: await memberToken({ lawyerId: lawyer.id }) };
}

/** Of the drawn person, 1,000 × 1,500 pixels. */
export const WHOLE: Crop = { x: 50, y: 60, w: 826, h: 1_252, angle: 0 };

export const lawyerActor = async (lawyerId: number) => (await memberActor({ lawyerId })) as LawyerActor;

/** A portrait that is cropped and not verified, by the acts themselves. */
export async function makeDraft(actor: MemberActor, drawing: Drawing = {}): Promise<Photo> {
  const { upload } = await uploadPhoto({ actor, name: '照片.jpg', bytes: await portraitOf(drawing) });
  await cropPhoto({ actor, input: { upload, crop: WHOLE, insists: false } });
  const lawyerId = actor.kind === 'lawyer' ? actor.lawyerId : 0;
  return Photo.findOne({ where: { slot: `draft:${lawyerId}` }, rejectOnEmpty: true });
}

/** One that waits for staff. */
export async function makePending(actor: MemberActor, drawing: Drawing = {}): Promise<Photo> {
  const photo = await makeDraft(actor, drawing);
  await referPhoto({ actor, id: photo.id, input: { attachments: [] } });
  return photo.reload();
}

/** The office sets something; comparing faces is on, with the assessment that it needs. */
export async function setPhotos(more: Partial<PhotoSettings> = {}): Promise<void> {
  const assessed = { faceOn: true, assessedOn: '2026-11-01', assessment: 'PIA-2026-01' };
  const settings = { ...(await readPhotoSettings()), ...assessed, ...more };
  await updatePhotoSettings({ actor: staffActor('administrator'), settings });
}
