import { timingSafeEqual } from 'node:crypto';
import {
  findIssued,
  type UnconfirmedCertificate,
  type VerifiableCertificate,
} from '../certificates/issued/find-issued.ts';
import { findForm, type VerifiableForm } from '../registration-forms/issuing/find-form.ts';
import { findReceipt, type VerifiableReceipt } from '../payments/receipts/find-receipt.ts';

/** What we issue and strangers hold: a certificate, a receipt or a 登记表. */
export type IssuedDocument = VerifiableCertificate | UnconfirmedCertificate | VerifiableReceipt | VerifiableForm;

/** Finds a document by a key that gives access, or (number) is checked further by the caller. */
export async function findIssuedDocument(key: {
  by: 'token' | 'number' | 'sha256';
  value: string;
}): Promise<IssuedDocument | null> {
  if (!PRINTABLE.test(key.value)) return null;
  return (await findIssued(key)) ?? (await findReceipt(key)) ?? (isFormNumber(key) ? findForm(key) : null);
}

/** By their numbers forms are told from the others, so that no number of those costs a further look. */
const isFormNumber = ({ by, value }: { by: string; value: string }) => by !== 'number' || value.startsWith('DJ');

/** No key of ours has other characters; with a NUL in it SQLite would read half a statement. */
const PRINTABLE = /^[\x21-\x7E]+$/;

/** Whatever is wrong with the number or the code, the answer is the same null after the same work. */
export async function findByNumberAndCode(number: string, code: string): Promise<IssuedDocument | null> {
  const document = await findIssuedDocument({ by: 'number', value: number });
  const expected = Buffer.from((document?.code ?? '').padEnd(CODE_LENGTH, '-').slice(0, CODE_LENGTH));
  const given = Buffer.from(toAscii(code).padEnd(CODE_LENGTH, ' ').slice(0, CODE_LENGTH));
  const isSame = timingSafeEqual(expected, given);
  return document && isSame && code.length === CODE_LENGTH ? document : null;
}

const CODE_LENGTH = 16;
// Comparing bytes needs one byte per character; whatever is not ASCII can't be in a code. People write O for 0 and I or L for 1.
const toAscii = (code: string) =>
  code
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^\x20-\x7E]/g, '?');
