import { z } from 'zod';
import { verificationEndpoints } from '../../contract/verification/endpoints.ts';
import { verifyCopy as copyBody, verifyFile, verifyNumber } from '../../contract/verification/schemas.ts';
import * as replies from '../../contract/verification/replies.ts';
import { route } from '../../http/route.ts';
import { presentCopy, presentVerification } from './present.ts';
import { listSigners } from './list-signers.ts';
import { verifyCertificate } from './verify-certificate.ts';
import { verifyCopy } from './verify-copy.ts';

const tokenParams = z.strictObject({ token: z.string().max(64) });

export const verificationRoutes = [
  route(
    verificationEndpoints.verifyToken,
    { params: tokenParams, reply: replies.verificationReply },
    async ({ params, address }) =>
      presentVerification(await verifyCertificate({ kind: 'token', token: params.token }, address)),
  ),
  route(
    verificationEndpoints.verifyNumber,
    { body: verifyNumber, reply: replies.verificationReply },
    async ({ body, address }) => presentVerification(await verifyCertificate({ kind: 'number', ...body }, address)),
  ),
  route(verificationEndpoints.verifyCopy, { body: copyBody, reply: replies.copyReply }, async ({ body, address }) =>
    presentCopy(await verifyCopy(body, address)),
  ),
  route(
    verificationEndpoints.verifyFile,
    { body: verifyFile, reply: replies.verificationReply },
    async ({ body, address }) => presentVerification(await verifyCertificate({ kind: 'file', ...body }, address)),
  ),
  route(verificationEndpoints.listSigners, { reply: replies.signersReply }, async () => listSigners()),
];
