import { timingSafeEqual } from 'node:crypto';
import {
  findIssued,
  type UnconfirmedCertificate,
  type VerifiableCertificate,
} from '../certificates/issued/find-issued.ts';

/** Whatever is wrong with the number or the code, the answer is the same null after the same work. */
export async function findByNumberAndCode(
  number: string,
  code: string,
): Promise<VerifiableCertificate | UnconfirmedCertificate | null> {
  const certificate = await findIssued({ by: 'number', value: number });
  const expected = Buffer.from((certificate?.code ?? '').padEnd(CODE_LENGTH, '-').slice(0, CODE_LENGTH));
  const given = Buffer.from(toAscii(code).padEnd(CODE_LENGTH, ' ').slice(0, CODE_LENGTH));
  const isSame = timingSafeEqual(expected, given);
  return certificate && isSame && code.length === CODE_LENGTH ? certificate : null;
}

const CODE_LENGTH = 16;
// Comparing bytes needs one byte per character; whatever is not ASCII can't be in a code. People write O for 0 and I or L for 1.
const toAscii = (code: string) =>
  code
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^\x20-\x7E]/g, '?');
