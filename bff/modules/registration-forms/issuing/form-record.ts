import { z } from 'zod';
import { FORM_COPIES } from '../../../contract/registration-forms/enums.ts';
import { day, oneOf } from '../../../contract/reply-parts.ts';

const recordShape = z.strictObject({
  version: z.literal(1),
  kind: z.literal('registration-form'),
  number: z.string(),
  token: z.string(),
  code: z.string(),
  association: z.string(),
  name: z.string(),
  licenceNo: z.string(),
  firm: z.string(),
  approvedOn: day,
  copy: oneOf(FORM_COPIES),
  /** SHA-256 of what was approved. */
  snapshot: z.string(),
  issuedOn: day,
  signer: z.string(),
  isTest: z.boolean(),
});
/** What strangers are told of a form: what the licence says, never what the lawyer has filled in. */
export type FormRecord = z.infer<typeof recordShape>;

/** The canonical text of it, its keys in the order of the shape: it stands in the signed file, its hash in the log. */
export const formRecordOf = (said: Omit<FormRecord, 'version' | 'kind'>): string =>
  JSON.stringify(recordShape.parse({ version: 1, kind: 'registration-form', ...said }));

/** Reads a canonical text. Throws when it is none. */
export const parseFormRecord = (text: string): FormRecord => recordShape.parse(JSON.parse(text));
