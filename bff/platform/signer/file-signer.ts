import { createCmsSigner } from './cms.ts';
import { assertValidAt, readIdentity, subjectOf, type Identity } from './identity.ts';
import { signPdf } from './pdf-signature.ts';
import { sandboxIdentityFiles } from './sandbox-pki.ts';
import { drawSeal } from './seal.ts';
import type { Signer } from './signer.ts';
import { timeStampService } from './time-stamp.ts';

export interface SignerOptions {
  dataDir: string;
  associationName: string;
  /** PEM files; without them the test CA in dataDir/pki. */
  keyFile?: string | undefined;
  certFile?: string | undefined;
  chainFile?: string | undefined;
  /** RFC 3161 service; with it signatures are PAdES B-T instead of B-B. */
  tsaUrl?: string | undefined;
}

/** What a time-stamp token with its certificates takes at most, generously. */
const TOKEN_ROOM = 12_000;

/** Signer whose key is a PEM file. */
export async function createFileSigner(options: SignerOptions): Promise<Signer> {
  const { associationName, keyFile, certFile, chainFile, tsaUrl } = options;
  const isSandbox = !keyFile || !certFile;
  const identity = await readIdentity(
    isSandbox
      ? await sandboxIdentityFiles(options.dataDir, associationName)
      : { key: keyFile, cert: certFile, chain: chainFile },
  );
  const seal = drawSeal({
    association: associationName,
    purpose: '电子证明专用章',
    mark: isSandbox ? '测试' : '',
  });
  const sign = createCmsSigner(identity, tsaUrl ? timeStampService(tsaUrl) : null);
  const room = roomFor(identity) + (tsaUrl ? TOKEN_ROOM : 0);
  return {
    isSandbox,
    subject: subjectOf(identity.certificate),
    async sign(pdf, { reason, signedAt }) {
      assertValidAt(identity.certificate, signedAt);
      return signPdf(pdf, { seal, name: subjectOf(identity.certificate), reason, signedAt, room }, sign);
    },
  };
}

/** Certificates, one signature of at most 512 bytes (RSA 4096), the issuer's name once more, and attributes. */
function roomFor({ certificate, chain }: Identity): number {
  return [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, 0) + certificate.raw.length + 1_024;
}
