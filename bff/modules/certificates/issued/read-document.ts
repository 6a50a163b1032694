import { storage } from '../../../platform/storage/storage.ts';
import type { Actor, StaffActor } from '../../../actor.ts';
import type { IssuedCertificate } from '../model.ts';
import { isIssued, loadFor, loadIssuedFor } from '../policy.ts';
import { previewSubmitted } from '../applying/preview-application.ts';

/** The issued file, byte for byte as it was stored. */
export async function readDocument({ actor, id }: { actor: Actor; id: number }) {
  const { certificate } = await loadIssuedFor(actor, 'download', id);
  return { bytes: await readStored(certificate), number: certificate.number };
}

/** What a reviewer looks at: the issued file, or before that the preview. */
export async function readDocumentOrPreview({ actor, id }: { actor: StaffActor; id: number }) {
  const { application, certificate } = await loadFor(actor, 'show', id);
  const bytes = isIssued(certificate) ? await readStored(certificate) : await previewSubmitted(application);
  return { bytes, number: application.number };
}

async function readStored({ storageKey }: IssuedCertificate): Promise<Buffer> {
  return storage.get(storageKey);
}
