import { sha256 } from '../../../bff/platform/crypto/sha256.ts';
import { env } from '../../../bff/env.ts';
import { signer } from '../../../bff/platform/signer/signer.ts';
import { storage } from '../../../bff/platform/storage/storage.ts';
import { printLetter } from '../../../bff/templates/certificate/print-letter.ts';
import { letterFor } from './letter.ts';

let serial = 0;

/** One signed certificate without its application: facts → PDF/A → PAdES → stored. */
export async function issueLetter(size: 'one' | 'roster'): Promise<{ pages: number; bytes: number }> {
  const now = Date.now();
  const rendered = await printLetter(letterFor(size, ++serial, env.PUBLIC_URL), { creationTime: now });
  const file = await signer.sign(rendered, { reason: '出具电子证明', signedAt: now });
  const hash = sha256(file);
  await storage.put(`bench/${hash}.pdf`, file);
  return { pages: rendered.pages, bytes: file.length };
}
