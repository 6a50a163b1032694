import type { VerifyCopy, VerifyFile, VerifyNumber } from './schemas.ts';
import type { VerificationReply, CopyReply, SignersReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

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
  listSigners: endpoint<{ reply: SignersReply }>()({
    method: 'GET',
    path: '/signing-certificates',
    access: 'public',
    summary: 'Certificates by which this association signs or has signed, by fingerprint',
  }),
} as const;
