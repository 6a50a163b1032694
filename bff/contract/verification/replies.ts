import { z } from 'zod';
import { CERTIFICATE_STANDINGS } from '../certificates/enums.ts';
import { day, instant, named, oneOf, reply } from '../reply-parts.ts';

/** What the document says, for the eyes of strangers: identity numbers masked. */
export const publicCertificate = reply('PublicCertificate', {
  number: z.string(),
  typeLabel: z.string(),
  association: z.string(),
  issuedAt: instant,
  issuedOn: day,
  title: z.string(),
  paragraphs: z.array(z.string()),
  /** A table of the letter itself, after that many paragraphs. */
  table: z
    .strictObject({
      after: z.int(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    })
    .nullable(),
  /** The same letter in English, where it is in two languages. */
  english: z
    .strictObject({
      title: z.string(),
      paragraphs: z.array(z.string()),
    })
    .nullable(),
  roster: z
    .strictObject({
      title: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    })
    .nullable(),
  /** 用途 in the applicant's own words, no part of what the association says; null: none, or one it offers. */
  applicantPurpose: z.string().nullable(),
  /** SHA-256 of the issued file, hex. */
  sha256: z.string(),
  pages: z.int(),
  signer: z.string(),
  /** Signed with the test certificate of a fresh installation: no legal effect. */
  isTest: z.boolean(),
});
export type PublicCertificate = z.infer<typeof publicCertificate>;

/** How a certificate stands now. Dates are yyyy-MM-dd. */
export const standingReply = reply('StandingReply', {
  standing: oneOf(CERTIFICATE_STANDINGS),
  /** The day on which it was revoked or replaced. */
  standingOn: day.nullable(),
  /** Its last valid day; null: no such day. */
  expiresOn: day.nullable(),
  /** 待复核: the register has changed about something that it says; until the association has settled it. */
  isUnderReview: z.boolean(),
});
export type StandingReply = z.infer<typeof standingReply>;

/** What we issued, and whether what the reader holds is exactly that. */
export const knownCertificate = reply('KnownCertificate', {
  answer: z.enum(['authentic', 'altered']),
  /** Number of the certificate that took its place; told to those who hold the document only. */
  replacedBy: z.string().nullable(),
  certificate: publicCertificate,
  /** When it was verified, by our clock. */
  checkedAt: instant,
  ...standingReply.shape,
});
export type KnownCertificate = z.infer<typeof knownCertificate>;

/** What a receipt of ours says, and what has gone back since. Amounts in fen. */
export const publicReceipt = reply('PublicReceipt', {
  number: z.string(),
  association: z.string(),
  payer: z.string(),
  about: z.strictObject({ label: z.string(), value: z.string() }),
  lines: z.array(z.strictObject({ what: z.string(), amountFen: z.int() })),
  amountFen: z.int(),
  /** What the receipt itself says was given back. */
  refundedFen: z.int(),
  paidAt: instant,
  orderNo: z.string(),
  transactionNo: z.string(),
  issuedAt: instant,
  issuedOn: day,
  /** SHA-256 of the issued file, hex. */
  sha256: z.string(),
  signer: z.string(),
  isTest: z.boolean(),
});
export type PublicReceipt = z.infer<typeof publicReceipt>;

/** `receipt`: 缴费收据 issued by us exactly like this; `receipt_altered`: the file offered is not the one we issued. */
export const knownReceipt = reply('KnownReceipt', {
  answer: z.enum(['receipt', 'receipt_altered']),
  receipt: publicReceipt,
  /** What has gone back of the payment by now. */
  refundedFen: z.int(),
  checkedAt: instant,
});
export type KnownReceipt = z.infer<typeof knownReceipt>;

/** What a 《律师基本信息登记表》 says, for strangers: nothing of what the lawyer has filled in. */
export const publicForm = reply('PublicForm', {
  number: z.string(),
  association: z.string(),
  name: z.string(),
  licenceNo: z.string(),
  firm: z.string(),
  /** The day on which the association approved what it says. */
  approvedOn: day,
  /** 登记表, or 本人联 with what it holds besides. */
  copy: z.string(),
  issuedAt: instant,
  issuedOn: day,
  /** SHA-256 of the issued file, hex. */
  sha256: z.string(),
  signer: z.string(),
  isTest: z.boolean(),
});
export type PublicForm = z.infer<typeof publicForm>;

/** `form`: 登记表 issued by us exactly like this; `form_altered`: the file offered is not the one we issued. */
export const knownForm = reply('KnownForm', {
  answer: z.enum(['form', 'form_altered']),
  form: publicForm,
  /** Something newer of the same lawyer was approved. */
  isSuperseded: z.boolean(),
  checkedAt: instant,
});
export type KnownForm = z.infer<typeof knownForm>;

/**
 * The two answers for strangers. `authentic`: issued by us exactly like this. `altered`: the file offered is not the one
 * we issued. `unknown`: we know nothing of it; the same answer for a wrong token, a wrong code and a hidden certificate.
 * A receipt is answered as one. `unconfirmed`: there is one, but our own records of it disagree; nothing of it is told until staff have looked.
 */
export const verificationReply = named(
  'VerificationReply',
  z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.enum(['unknown', 'unconfirmed']) }),
    knownCertificate,
    knownReceipt,
    knownForm,
  ]),
);
export type VerificationReply = z.infer<typeof verificationReply>;

/** Certificates by which a reader's own browser tells our signatures from those of others. */
export const signersReply = reply('SignersReply', {
  certificates: z.array(
    z.strictObject({
      /** SHA-256 of the certificate in DER, lower-case hex. */
      fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
      subject: z.string(),
      isTest: z.boolean(),
    }),
  ),
});
export type SignersReply = z.infer<typeof signersReply>;

/** How one paper copy stands. `unknown`: no copy of that certificate has the serial. */
export const copyReply = named(
  'CopyReply',
  z.discriminatedUnion('answer', [
    z.strictObject({
      answer: z.enum(['unknown', 'valid']),
    }),
    z.strictObject({
      answer: z.literal('voided'),
      voidedOn: day,
    }),
  ]),
);
export type CopyReply = z.infer<typeof copyReply>;
