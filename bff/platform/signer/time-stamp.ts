import * as asn1js from 'asn1js';
import { randomBytes } from 'node:crypto';
import * as pkijs from 'pkijs';
import type { TimeStamp } from './cms.ts';

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const GRANTED = [0, 1]; // granted, granted with modifications (RFC 3161, 2.4.2)
const TIMEOUT_MS = 5_000;

/** Client of an RFC 3161 time-stamp service over HTTP. Throws if it refuses, answers something else, or is slow. */
export function timeStampService(url: string): TimeStamp {
  return async (hash) => {
    const request = new pkijs.TimeStampReq({
      version: 1,
      messageImprint: new pkijs.MessageImprint({
        hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new asn1js.Null() }),
        hashedMessage: new asn1js.OctetString({ valueHex: hash }),
      }),
      nonce: new asn1js.Integer({ valueHex: new Uint8Array([1, ...randomBytes(8)]).buffer }),
      certReq: true,
    });
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: request.toSchema().toBER(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!reply.ok) throw new Error(`the time-stamp service answered ${reply.status}`);
    const response = pkijs.TimeStampResp.fromBER(await reply.arrayBuffer());
    if (!GRANTED.includes(response.status.status) || !response.timeStampToken) {
      throw new Error(`the time-stamp service refused: status ${response.status.status}`);
    }
    assertStamps(response.timeStampToken, request);
    return Buffer.from(response.timeStampToken.toSchema().toBER());
  };
}

/** The token must be about our hash and our request, not a replayed one. */
function assertStamps(token: pkijs.ContentInfo, request: pkijs.TimeStampReq): void {
  const content = new pkijs.SignedData({ schema: token.content }).encapContentInfo.eContent;
  const info = pkijs.TSTInfo.fromBER(content?.getValue() ?? new ArrayBuffer(0));
  const same =
    info.messageImprint.hashedMessage.isEqual(request.messageImprint.hashedMessage) &&
    info.nonce !== undefined &&
    request.nonce !== undefined &&
    info.nonce.isEqual(request.nonce);
  if (!same) throw new Error('the time-stamp service stamped something else');
}
