import { FACE_CONSENT_EDITION } from '../../contract/photos/enums.ts';
import { makeLawyer } from '../../test/factories/registry.ts';
import { lawyerActor, makeDraft, makePending } from '../../test/factories/photo.ts';
import { PNG } from '../../test/files.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { answer, id, staff, type Row } from '../../test/permissions/row.ts';
import { uploadFile } from '../files/upload-file.ts';
import { Upload } from '../files/model.ts';
import { Photo } from './model.ts';
import { referPhoto } from './refer-photo.ts';

/** A draft of the lawyer of the cast, made once. */
async function draftOf({ lawyer }: Cast): Promise<number> {
  const where = { slot: `draft:${lawyer.id}` };
  return ((await Photo.findOne({ where })) ?? (await makeDraft(await lawyerActor(lawyer.id)))).id;
}

/** Of another lawyer, waiting for staff, with what was sent along; one for all callers. */
async function proven(): Promise<{ id: number; file: string }> {
  const known = await Upload.findOne({ where: { ownerKind: 'photo' } });
  if (known) return { id: Number(known.ownerId), file: known.token };
  const actor = await lawyerActor((await makeLawyer()).id);
  const { id: photoId } = await makeDraft(actor);
  const { token } = await uploadFile({ actor, name: '执业证.png', bytes: PNG });
  await referPhoto({ actor, id: photoId, input: { attachments: [token] } });
  return { id: photoId, file: token };
}

/** A lawyer of their own alone; a firm sees nothing of it. */
const lawyers = { ...answer(200, 'lawyer', 'other lawyer'), ...answer(404, 'firm', 'other firm') };
const ownLawyer = (status = 200) => ({
  ...answer(status, 'lawyer'),
  ...answer(404, 'other lawyer', 'firm', 'other firm'),
});

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnPhoto: { realm: 'member', passes: lawyers },
  uploadPhoto: { realm: 'member', passes: answer(400, 'firm', 'other firm', 'lawyer', 'other lawyer') },
  cropPhoto: {
    realm: 'member',
    passes: { ...answer(422, 'lawyer', 'other lawyer'), ...answer(404, 'firm', 'other firm') },
    call: async () => ({ body: { upload: 'x'.repeat(22), crop: { x: 0, y: 0, w: 413, h: 626, angle: 0 } } }),
  },
  showOwnPicture: {
    realm: 'member',
    passes: ownLawyer(),
    hasObject: true,
    call: async (cast) => id(await draftOf(cast)),
  },
  showOwnThumbnail: {
    realm: 'member',
    passes: ownLawyer(),
    hasObject: true,
    call: async (cast) => id(await draftOf(cast)),
  },
  agreeToFaceCheck: {
    realm: 'member',
    passes: lawyers,
    call: async () => ({ body: { edition: FACE_CONSENT_EDITION } }),
  },
  withdrawFaceConsent: { realm: 'member', passes: lawyers },
  comparePhoto: {
    realm: 'member',
    // The comparison by face is not switched on.
    passes: ownLawyer(409),
    hasObject: true,
    call: async (cast) => id(await draftOf(cast)),
  },
  referPhoto: {
    realm: 'member',
    passes: ownLawyer(),
    hasObject: true,
    call: async (cast) => ({ ...id(await draftOf(cast)), body: {} }),
  },
  listPhotos: { realm: 'staff', passes: staff('registrar') },
  showPhoto: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => id((await proven()).id),
  },
  showPhotoPicture: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => id((await proven()).id),
  },
  showPhotoThumbnail: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => id((await proven()).id),
  },
  showPhotoProof: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => ({ params: { ...(await proven()) } }),
  },
  decidePhoto: {
    realm: 'staff',
    passes: staff('registrar'),
    hasObject: true,
    call: async () => {
      const { id: photoId, version } = await makePending(await lawyerActor((await makeLawyer()).id));
      return { ...id(photoId), body: { verdict: 'refuse', opinion: '请使用近照', version } };
    },
  },
  showPhotoSettings: { realm: 'staff', passes: staff() },
  updatePhotoSettings: { realm: 'staff', passes: answer(422, 'administrator'), call: async () => ({ body: {} }) },
};
