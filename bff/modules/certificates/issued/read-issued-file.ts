import { storage } from '../../../platform/storage/storage.ts';
import { Certificate } from '../model.ts';
import { isIssued } from '../policy.ts';

/** The stored file of an issued certificate, for the system's own use (a mail's attachment): nobody is authorised here. */
export async function readIssuedFile(certificateId: number): Promise<{ number: string; bytes: Buffer }> {
  const certificate = await Certificate.findByPk(certificateId, { rejectOnEmpty: true });
  if (!isIssued(certificate)) throw new Error(`certificate ${certificateId} has no file`);
  return { number: certificate.number, bytes: await storage.get(certificate.storageKey) };
}
