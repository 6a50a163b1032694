import type { X509Certificate } from 'node:crypto';
import { createCmsSigner } from './cms.ts';
import { assertValidAt, fingerprintOf, readCertificates, readIdentity, subjectOf } from './identity.ts';
import { signPdf } from './pdf-signature.ts';
import { formerSandboxFiles, sandboxIdentityFiles } from './sandbox-pki.ts';
import { drawSeal } from './seal.ts';
import type { Signer, SigningCertificate } from './signer.ts';
import { timeStampService } from './time-stamp.ts';

export interface SignerOptions {
  dataDir: string;
  associationName: string;
  /** PEM files; without them the test CA in dataDir/pki. */
  keyFile?: string | undefined;
  certFile?: string | undefined;
  /** Certificates between ours and the root, which recipients have themselves. */
  chainFile?: string | undefined;
  /** Certificates that signed before, all in one file: their letters are out there. */
  formerFile?: string | undefined;
  /** RFC 3161 service; with it signatures are PAdES B-T instead of B-B. */
  tsaUrl?: string | undefined;
}

/** An ECDSA signature is a few bytes longer or shorter each time; an RSA signature fills its room exactly. */
const EC_SLACK = 8;
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
  const subject = subjectOf(identity.certificate);
  const seal = drawSeal({
    association: associationName,
    purpose: '电子证明专用章',
    mark: isSandbox ? '测试' : '',
  });
  const sign = createCmsSigner(identity, tsaUrl ? timeStampService(tsaUrl) : null);
  const trial = await createCmsSigner(identity, null)(Buffer.alloc(32));
  const room = trial.length + (identity.key.asymmetricKeyType === 'ec' ? EC_SLACK : 0) + (tsaUrl ? TOKEN_ROOM : 0);
  const certificates = [
    known(identity.certificate, isSandbox),
    ...(options.formerFile ? await readCertificates(options.formerFile) : []).map((one) => known(one, false)),
    // An installation that was tried out before it had a key of its own: its test letters are still test letters.
    ...(isSandbox ? [] : (await readAll(formerSandboxFiles(options.dataDir))).map((one) => known(one, true))),
  ];
  return {
    isSandbox,
    subject,
    certificates,
    fingerprint: fingerprintOf(identity.certificate),
    isKnown: (asked) => certificates.some(({ fingerprint, isTest }) => fingerprint === asked && (isSandbox || !isTest)),
    validFrom: identity.certificate.validFromDate.getTime(),
    async sign(pdf, { reason, signedAt, record }) {
      assertValidAt(identity.certificate, signedAt);
      return signPdf(pdf, { seal, name: subject, reason, signedAt, room, record }, sign);
    },
  };
}

const known = (certificate: X509Certificate, isTest: boolean): SigningCertificate => ({
  fingerprint: fingerprintOf(certificate),
  subject: subjectOf(certificate),
  isTest,
});

const readAll = async (files: string[]) => (await Promise.all(files.map(readCertificates))).flat();
