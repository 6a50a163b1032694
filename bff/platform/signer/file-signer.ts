import type { X509Certificate } from 'node:crypto';
import type { SigningFault } from '../../contract/operations/enums.ts';
import { clock } from '../clock/clock.ts';
import { createCmsSigner, type TimeStamp } from './cms.ts';
import { assertValidAt, fingerprintOf, readCertificates, readIdentity, subjectOf } from './identity.ts';
import { signPdf } from './pdf-signature.ts';
import { sandboxFiles, sandboxIdentityFiles } from './sandbox-pki.ts';
import { drawSeal } from './seal.ts';
import type { SealKind, Signer, SigningCertificate } from './signer.ts';
import { lastingFault, SigningUnavailable, validityOf } from './signing-fault.ts';
import { timeStampService } from './time-stamp.ts';
import { isSelfSigned, pathToTrusted } from './trust.ts';

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
  /** Authorities whose certificates make a letter an official one; without them every letter is a test. */
  trustedFile?: string | undefined;
  /** RFC 3161 service; with it signatures are PAdES B-T instead of B-B. */
  tsaUrl?: string | undefined;
  /** Numbers under which seals are on file; a seal without one is drawn on no official paper. */
  filedSeals?: Partial<Record<SealKind, string | undefined>>;
}

/** An ECDSA signature is a few bytes longer or shorter each time; an RSA signature fills its room exactly. */
const EC_SLACK = 8;
/** What a time-stamp token with its certificates takes at most, generously. */
const TOKEN_ROOM = 12_000;
/** Where there is no 电子印章 on file (certificates.md, Signed). */
const UNSEALED = '未加盖电子印章';
/** After a time-stamp service failed it is left alone this long, ms: what waits does not queue up at it. */
const STAMP_PAUSE_MS = 30_000;

/**
 * Signer whose key is a PEM file. A certificate that cannot sign now is no error here but a fault of the signer: what is
 * out there can still be verified.
 * @throws Error that names the file which cannot be read, or when an official certificate has no time-stamp service
 */
export async function createFileSigner(options: SignerOptions): Promise<Signer> {
  const { dataDir, associationName, keyFile, certFile, chainFile, tsaUrl } = options;
  const isOwn = Boolean(keyFile && certFile);
  const identity = await readIdentity(
    keyFile && certFile
      ? { key: keyFile, cert: certFile, chain: chainFile }
      : await sandboxIdentityFiles(dataDir, associationName),
  );
  const sandbox = await readAll(sandboxFiles(dataDir));
  const trusted = await readAll([options.trustedFile]);
  const former = await readAll([options.formerFile]);
  const pathOf = (certificate: X509Certificate) =>
    pathToTrusted(certificate, {
      chain: [...identity.chain, ...former],
      // The authority of the fresh install is everybody's who can read its folder.
      trusted: trusted.filter((one) => !isAmong(sandbox, one)),
    });
  const path = isOwn ? pathOf(identity.certificate) : null;
  const isSandbox = path === null;
  if (!isSandbox && !tsaUrl) throw new Error('TSA_URL: an official signature needs a time-stamp service');
  const above = (path ?? []).filter((one) => !isSelfSigned(one) && !isAmong(identity.chain, one));
  const signing = { ...identity, chain: [...identity.chain, ...above] };
  const lasting = lastingFault(identity);
  const validity = validityOf([identity.certificate, ...(path ?? [])]);
  const stamp = tsaUrl ? restingAfterFailure(timeStampService(tsaUrl)) : null;
  const fault = (): SigningFault | null => {
    if (lasting) return lasting;
    if (clock.now() > validity.until) return 'expired';
    if (clock.now() < validity.from) return 'not-yet-valid';
    return stamp?.isResting() ? 'time-stamp' : null;
  };

  const subject = subjectOf(identity.certificate);
  const mark = isSandbox ? '测试' : '';
  const drawn = (purpose: string) => drawSeal({ association: associationName, purpose, mark });
  const seals = { certificates: drawn('电子证明专用章'), finance: drawn('财务专用章') };
  const unsealed = (kind: SealKind) => (isSandbox || options.filedSeals?.[kind] ? null : UNSEALED);
  const sign = createCmsSigner(signing, stamp?.timeStamp ?? null);
  const trial = await createCmsSigner(signing, null)(Buffer.alloc(32));
  const room = trial.length + (identity.key.asymmetricKeyType === 'ec' ? EC_SLACK : 0) + (tsaUrl ? TOKEN_ROOM : 0);
  const certificates = [
    known(identity.certificate, isSandbox),
    ...former.map((one) => known(one, pathOf(one) === null)),
    // An installation that was tried out before it had a key of its own: its test letters are still test letters.
    ...(isOwn ? sandbox.filter(({ ca }) => !ca).map((one) => known(one, true)) : []),
  ];
  const unknown = isOwn ? sandbox.map(fingerprintOf) : [];
  return {
    isSandbox,
    unsealed,
    subject,
    certificates,
    fingerprint: fingerprintOf(identity.certificate),
    isKnown: (asked) => certificates.some(({ fingerprint }) => fingerprint === asked && !unknown.includes(asked)),
    validFrom: validity.from,
    validUntil: validity.until,
    fault,
    async sign(printed, { reason, signedAt, record, seal = 'certificates' }) {
      const found = fault();
      if (found) throw new SigningUnavailable(found);
      assertValidAt(identity.certificate, signedAt);
      // Whatever the paper asks for: the signature then has no picture.
      const pdf = unsealed(seal) === null ? printed : { ...printed, sealAnchor: null };
      return signPdf(pdf, { seal: seals[seal], name: subject, reason, signedAt, room, record }, sign);
    },
  };
}

const known = (certificate: X509Certificate, isTest: boolean): SigningCertificate => ({
  fingerprint: fingerprintOf(certificate),
  subject: subjectOf(certificate),
  isTest,
});

const isAmong = (list: readonly X509Certificate[], one: X509Certificate) => list.some(({ raw }) => raw.equals(one.raw));

const readAll = async (files: (string | undefined)[]): Promise<X509Certificate[]> =>
  (await Promise.all(files.filter((file) => file !== undefined).map(readCertificates))).flat();

function restingAfterFailure(ask: TimeStamp): { timeStamp: TimeStamp; isResting(): boolean } {
  let failedAt = -Infinity;
  return {
    isResting: () => clock.now() < failedAt + STAMP_PAUSE_MS,
    async timeStamp(hash) {
      try {
        const token = await ask(hash);
        failedAt = -Infinity;
        return token;
      } catch (error) {
        failedAt = clock.now();
        throw new SigningUnavailable('time-stamp', { cause: error });
      }
    },
  };
}
