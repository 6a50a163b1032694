import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { sha256 } from '../../platform/files/sha256.ts';
import type { OfferedFile } from '../../platform/signatures.ts';

/** How far the checking of one offered file is. */
export type FileTry = { name: string } & (
  | { state: 'asking' }
  | { state: 'failed'; why: { zh: string; en: string } }
  | { state: 'answered'; reply: VerificationReply }
);

/** Checks one file; whatever happens there is a line for it. `token`: of the page that it was offered on. */
export async function checkFile(file: OfferedFile, token: string | undefined): Promise<FileTry> {
  const { name } = file;
  const bytes = await file.read().catch(() => null);
  if (bytes === null) return { name, state: 'failed', why: NO_FILE };
  try {
    const digest = await sha256(bytes);
    const body = { sha256: digest, ...(token !== undefined && { token }) };
    return { name, state: 'answered', reply: await call(verificationEndpoints.verifyFile, { body }) };
  } catch (fault) {
    return {
      name,
      state: 'failed',
      why: { zh: faultText(fault), en: 'It could not be checked now. Please try again.' },
    };
  }
}

const NO_FILE = {
  zh: '读不出内容：可能是文件夹，或者文件已被移走。请选择 PDF 文件本身。',
  en: 'Nothing could be read: a folder perhaps, or a file that was moved. Choose the PDF itself.',
};
