import { AppError } from '../../../errors.ts';
import { storage } from '../../../platform/storage/storage.ts';
import type { Actor, StaffActor } from '../../../actor.ts';
import type { Certificate } from '../model.ts';
import { loadFor, permits } from '../policy.ts';
import { previewSubmitted } from '../applying/preview-application.ts';

/** The issued file, byte for byte as it was stored. */
export async function readDocument({ actor, id }: { actor: Actor; id: number }) {
  const { certificate } = await loadFor(actor, 'download', id);
  return { bytes: await readStored(certificate), number: certificate?.number ?? '' };
}

/** What a reviewer looks at: the issued file, or before that the preview. */
export async function readDocumentOrPreview({ actor, id }: { actor: StaffActor; id: number }) {
  const { application, certificate } = await loadFor(actor, 'show', id);
  const isIssued = permits(actor, application, certificate).has('download');
  return {
    bytes: isIssued ? await readStored(certificate) : await previewSubmitted(application),
    number: application.number ?? '',
  };
}

async function readStored(certificate: Certificate | null): Promise<Buffer> {
  if (!certificate?.storageKey) throw new AppError('wrong_state');
  return storage.get(certificate.storageKey);
}
