import type { SigningFault } from '../../contract/operations/enums.ts';
import { env } from '../../env.ts';
import type { RenderedPdf } from '../pdf/render.ts';
import { createFileSigner } from './file-signer.ts';
import { observeSigningCertificate } from '../metrics/metrics.ts';
import { keepsState } from '../singletons.ts';

/** Which of the association's seals. */
export type SealKind = 'certificates' | 'finance';

/** A certificate by which the association signs, or has signed. */
export interface SigningCertificate {
  /** SHA-256 of the certificate in DER, lower-case hex: names can be copied, this cannot. */
  fingerprint: string;
  /** Common name and organisation. */
  subject: string;
  /** Of no authority that the operator trusts: no legal effect. */
  isTest: boolean;
}

/** Puts the association's signature (and, where the letter asks for it, its seal) on a finished PDF. */
export interface Signer {
  /**
   * @param options.reason shown by PDF readers beside the signature
   * @param options.seal which seal is drawn; absent: that of certificates
   * @param options.record text that the signature covers and no reader shows, see embedded-record.ts
   * @param options.signedAt epoch milliseconds; the same arguments give the same bytes (but for a time stamp)
   * @returns the original bytes, untouched, followed by the signature; still PDF/A-2b
   * @throws SigningUnavailable when nothing can be signed now (see `fault`): what is to be signed waits
   * @throws Error when the certificate is not valid at `signedAt`
   */
  sign(
    pdf: RenderedPdf,
    options: { reason: string; signedAt: number; record?: string | undefined; seal?: SealKind },
  ): Promise<Buffer>;
  /**
   * What is signed has no legal effect, and whoever shows it has to say 测试: the key is that of the test CA, or its
   * certificate does not end in an authority that the operator named (SIGNER_TRUSTED_CA_FILE).
   */
  readonly isSandbox: boolean;
  /**
   * What a paper says where its seal would stand, because the association has no 电子印章 on file (certificates.md, Signed);
   * null: it carries the seal, in a test one that says 测试.
   */
  unsealed(kind: SealKind): string | null;
  /** Common name and organisation of the signing certificate. */
  readonly subject: string;
  /** Every certificate whose signatures are ours, the present one first. */
  readonly certificates: readonly SigningCertificate[];
  /** SHA-256 of the signing certificate, hex. */
  readonly fingerprint: string;
  /** Whether a certificate with this fingerprint is or was the association's: this one, or a former one of the settings. */
  isKnown(fingerprint: string): boolean;
  /** From when until when the signing certificate and all above it are valid, epoch milliseconds. */
  readonly validFrom: number;
  readonly validUntil: number;
  /** Why nothing can be signed at this moment; null: it can. */
  fault(): SigningFault | null;
}

let started: Signer | null = null;
keepsState(() => {
  started = null;
});

/** Opens the key that the settings name, or makes the test CA at the first start. Again: reads what is there now. */
export async function startSigner(): Promise<void> {
  started = await createFileSigner({
    dataDir: env.DATA_DIR,
    associationName: env.ASSOCIATION_NAME,
    keyFile: env.SIGNER_KEY_FILE,
    certFile: env.SIGNER_CERT_FILE,
    chainFile: env.SIGNER_CHAIN_FILE,
    formerFile: env.SIGNER_FORMER_FILE,
    trustedFile: env.SIGNER_TRUSTED_CA_FILE,
    tsaUrl: env.TSA_URL,
    filedSeals: { certificates: env.SEAL_NUMBER, finance: env.FINANCE_SEAL_NUMBER },
  });
  observeSigningCertificate(started.validUntil);
}

/** The signer of this process, once startSigner has run. */
export const signer: Signer = {
  sign: (pdf, options) => running().sign(pdf, options),
  get isSandbox() {
    return running().isSandbox;
  },
  unsealed: (kind) => running().unsealed(kind),
  get subject() {
    return running().subject;
  },
  get certificates() {
    return running().certificates;
  },
  get fingerprint() {
    return running().fingerprint;
  },
  isKnown: (fingerprint) => running().isKnown(fingerprint),
  get validFrom() {
    return running().validFrom;
  },
  get validUntil() {
    return running().validUntil;
  },
  fault: () => running().fault(),
};

function running(): Signer {
  if (!started) throw new Error('startSigner was not called');
  return started;
}

/** Whether letters can be signed, as /readyz tells it. */
export const signerState = (): SigningFault | 'ok' | 'starting' => (started ? (started.fault() ?? 'ok') : 'starting');
