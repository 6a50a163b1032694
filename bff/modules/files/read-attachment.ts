import { AppError } from '../../errors.ts';
import { storage } from '../../platform/storage/storage.ts';
import { showApplication } from '../certificates/applying/show-application.ts';
import type { Actor } from '../../actor.ts';
import { Upload } from './model.ts';

/** An attachment of an application that the actor may see; `not_found` otherwise, as for one that does not exist. */
export async function readAttachment(what: { actor: Actor; applicationId: number; token: string }) {
  await showApplication({ actor: what.actor, id: what.applicationId });
  const upload = await Upload.findOne({ where: { token: what.token, applicationId: what.applicationId } });
  if (!upload) throw new AppError('not_found');
  return { bytes: await storage.get(upload.storageKey), fileName: upload.name, kind: upload.kind };
}
