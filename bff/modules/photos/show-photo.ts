import type { Actor, StaffActor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import type { PhotoDetail } from '../../contract/photos/replies.ts';
import { AppError } from '../../errors.ts';
import { listFiles } from '../files/list-files.ts';
import { findLawyer } from '../registry/lawyers/find-lawyer.ts';
import { Photo, PhotoCheck } from './model.ts';
import { portraitOf, thumbnailOf } from './photo-files.ts';
import { loadPhoto } from './policy.ts';
import { wordsOf } from './present.ts';

/** A photo with all that staff compare it with. Throws `not_found`. */
export async function showPhoto({ actor, id }: { actor: StaffActor; id: number }): Promise<PhotoDetail> {
  const photo = await loadPhoto(actor, id);
  const { lawyer, firmName } = await findLawyer({ id: photo.lawyerId });
  const slot = `current:${lawyer.id}`;
  const current = await Photo.findOne({ where: { slot, removedAt: null } });
  const checks = await PhotoCheck.findAll({ where: { photoId: id }, order: [['id', 'DESC']] });
  return {
    id,
    lawyerId: lawyer.id,
    lawyerName: lawyer.name,
    licenceNo: lawyer.licenceNo,
    firmName,
    sex: lawyer.sex,
    state: photo.state,
    way: photo.way,
    at: toIso(photo.referredAt ?? photo.createdAt),
    currentId: current && current.id !== id ? current.id : null,
    attachments: await listFiles({ kind: 'photo', id }),
    findings: wordsOf(photo.findings),
    figures: photo.figures,
    isInsistedOn: photo.isInsistedOn,
    checks: checks.map(({ result, askedAt }) => ({ result, at: toIso(askedAt) })),
    decidedBy: photo.decidedBy,
    decidedAt: toIso(photo.decidedAt),
    comparedWith: photo.comparedWith,
    opinion: photo.opinion,
    hasPicture: photo.removedAt === null,
    can: { decide: photo.state === 'pending' },
    version: photo.version,
  };
}

/** The picture of a photo that the actor may see, whole or small. Throws `not_found`, once it is removed as well. */
export async function readPicture(of: { actor: Actor; id: number; size: 'portrait' | 'thumbnail' }) {
  const { actor, id, size } = of;
  const photo = await loadPhoto(actor, id);
  const bytes = await (size === 'portrait' ? portraitOf(photo) : thumbnailOf(photo));
  if (!bytes) throw new AppError('not_found', { message: '照片已按保存期限删除' });
  return { bytes, fileName: `照片${id}.jpg`, contentType: 'image/jpeg' };
}
