import { AppError } from '../../errors.ts';
import { storage } from '../../platform/storage/storage.ts';
import type { Actor } from '../../actor.ts';
import type { SubjectRef } from '../../subject.ts';
import { Upload } from './model.ts';
import { owners } from './owners.ts';

/** A file of something that the actor may see; `not_found` otherwise, as for one that does not exist. */
export async function readFile(what: { actor: Actor; owner: SubjectRef; token: string }) {
  const { actor, owner, token } = what;
  await (owners.answer[owner.kind] ?? nobody).expectVisible(actor, owner.id);
  const upload = await Upload.findOne({ where: { token, ownerKind: owner.kind, ownerId: owner.id } });
  if (!upload) throw new AppError('not_found');
  return {
    bytes: await storage.get(upload.storageKey),
    fileName: upload.name,
    contentType: CONTENT_TYPES[upload.kind],
  };
}

const CONTENT_TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const;

/** Of a kind that no module answers for. */
const nobody = {
  expectVisible(): Promise<void> {
    throw new AppError('not_found');
  },
};
