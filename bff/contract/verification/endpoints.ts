import type { CertificateStanding } from '../certificates/enums.ts';
import type { VerifyCopy, VerifyFile, VerifyNumber } from './schemas.ts';
import { endpoint } from '../endpoint.ts';

/**
 * The two answers for strangers. `authentic`: issued by us exactly like this. `altered`: the file offered is not the one
 * we issued. `unknown`: we know nothing of it; the same answer for a wrong token, a wrong code and a hidden certificate.
 */
export type VerificationReply =
  | { answer: 'unknown' }
  | ({
      answer: 'authentic' | 'altered';
      /** Number of the certificate that took its place; told to those who hold the document only. */
      replacedBy: string | null;
      certificate: PublicCertificate;
    } & StandingReply);

/** How a certificate stands now. Dates are yyyy-MM-dd. */
export interface StandingReply {
  standing: CertificateStanding;
  /** The day on which it was revoked or replaced. */
  standingOn: string | null;
  /** Its last valid day; null: no such day. */
  expiresOn: string | null;
}

/** What the document says, for the eyes of strangers: identity numbers masked. */
export interface PublicCertificate {
  number: string;
  typeLabel: string;
  association: string;
  issuedAt: string;
  issuedOn: string;
  title: string;
  paragraphs: string[];
  /** A table of the letter itself, after that many paragraphs. */
  table: { after: number; columns: string[]; rows: string[][] } | null;
  /** The same letter in English, where it is in two languages. */
  english: { title: string; paragraphs: string[] } | null;
  roster: { title: string; columns: string[]; rows: string[][] } | null;
  /** 用途 in the applicant's own words, no part of what the association says; null: none, or one it offers. */
  applicantPurpose: string | null;
  /** SHA-256 of the issued file, hex. */
  sha256: string;
  pages: number;
  signer: string;
  /** Signed with the test certificate of a fresh installation: no legal effect. */
  isTest: boolean;
}

/** How one paper copy stands. `unknown`: no copy of that certificate has the serial. */
export type CopyReply = { answer: 'unknown' | 'valid' } | { answer: 'voided'; voidedOn: string };

export const verificationEndpoints = {
  verifyToken: endpoint<{ params: { token: string }; reply: VerificationReply }>()({
    method: 'GET',
    path: '/verify/:token',
    access: 'public',
    summary: 'Verifies by the link of the QR code',
  }),
  verifyNumber: endpoint<{ body: VerifyNumber; reply: VerificationReply }>()({
    method: 'POST',
    path: '/verify/number',
    access: 'public',
    summary: 'Verifies by number and verification code',
  }),
  verifyCopy: endpoint<{ body: VerifyCopy; reply: CopyReply }>()({
    method: 'POST',
    path: '/verify/copy',
    access: 'public',
    summary: 'Whether one paper copy of a certificate has been voided, by the serial printed on it',
  }),
  verifyFile: endpoint<{ body: VerifyFile; reply: VerificationReply }>()({
    method: 'POST',
    path: '/verify/file',
    access: 'public',
    summary: 'Verifies by the SHA-256 of a file, computed by the reader',
  }),
} as const;
