import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { sha256 } from '../../platform/files/sha256.ts';
import { inspectFile } from '../../platform/inspection/inspect-file.ts';
import type { Finding, OfferedFile } from '../../platform/signatures.ts';
import { faultInEnglish } from './fault-in-english.ts';
import type { FileOutcome } from './file-answer.ts';

/** How far the checking of one offered file is. */
export type FileTry = { name: string } & (
  { state: 'asking' } | { state: 'failed'; why: { zh: string; en: string } } | ({ state: 'answered' } & FileOutcome)
);

/** No letter of ours has a fiftieth of it, and a browser holds a file several times over while it looks at it. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Checks one file; whatever happens there is a line for it. Of the file nothing is sent but digests: its own, and that of
 * its signed part. `token`: of the page that it was offered on.
 */
export async function checkFile(file: OfferedFile, token: string | undefined): Promise<FileTry> {
  const { name } = file;
  if (file.size !== null && file.size > MOST_BYTES) return { name, state: 'failed', why: TOO_LARGE };
  const bytes = await file.read().catch(() => null);
  if (bytes === null) return { name, state: 'failed', why: NO_FILE };
  try {
    const [reply, finding] = await Promise.all([ask(await sha256(bytes), token), look(bytes)]);
    if (finding?.kind !== 'appended') return { name, state: 'answered', reply, finding };
    return { name, state: 'answered', reply: await ask(finding.sha256), finding };
  } catch (fault) {
    return {
      name,
      state: 'failed',
      why: { zh: faultText(fault), en: faultInEnglish(fault) },
    };
  }
}

const ask = (digest: string, token?: string): Promise<VerificationReply> =>
  call(verificationEndpoints.verifyFile, { body: { sha256: digest, ...(token !== undefined && { token }) } });

async function look(bytes: ArrayBuffer): Promise<Finding | null> {
  const { certificates } = await call(verificationEndpoints.listSigners, {});
  const known = certificates.map(({ fingerprint }) => fingerprint);
  // A browser too old for it still has the register's answer to the digest.
  return inspectFile(bytes, known).catch(() => null);
}

const NO_FILE = {
  zh: '读不出内容：可能是文件夹，或者文件已被移走。请选择 PDF 文件本身。',
  en: 'Nothing could be read: a folder perhaps, or a file that was moved. Choose the PDF itself.',
};
const TOO_LARGE = {
  zh: '文件超过 64 MB，不是本协会出具的原件。请选择收到的 PDF 文件本身，或用证明上的编号和核验码核验。',
  en: 'A file of more than 64 MB is not one we issued. Choose the PDF that you received, or verify by number and code.',
};
