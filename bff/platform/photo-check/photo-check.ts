import type { FaceResult } from '../../contract/photos/enums.ts';
import { env } from '../../env.ts';
import { clock } from '../clock/clock.ts';
import { log } from '../log/log.ts';
import { signTc3 } from '../sms/sign-tc3.ts';

/** Whose picture it is said to be. */
export interface Claim {
  name: string;
  identityNumber: string;
  jpeg: Buffer;
}

/** What came of it, and the provider's number for it; '' where there is none. */
export interface FaceAnswer {
  result: FaceResult;
  transactionNo: string;
}

const ACTION = 'ImageRecognitionV2';
const VERSION = '2018-03-01';
const CONTENT_TYPE = 'application/json; charset=utf-8';
/** Longer nobody looks at a page that says 正在比对. */
const TIMEOUT_MS = 8_000;
/** From here on the provider takes two pictures for one person's (one in a hundred thousand is wrong). */
const SAME_PERSON = 70;

/** Business codes of ImageRecognitionV2 that are an answer; any other is none. */
const ANSWERS: Record<string, FaceResult> = {
  'FailedOperation.CompareLowSimilarity': 'no_match',
  'FailedOperation.LifePhotoDetectFake': 'no_match',
  'FailedOperation.LifePhotoDetectFaces': 'many_faces',
  'FailedOperation.LifePhotoDetectNoFaces': 'no_face',
  'FailedOperation.IncompleteFace': 'no_face',
  'FailedOperation.LifePhotoPoorQuality': 'quality',
  'FailedOperation.LifePhotoSizeError': 'quality',
  'FailedOperation.ImageBlur': 'quality',
  'FailedOperation.IdNameMisMatch': 'not_found',
  'FailedOperation.IdNoExistSystem': 'not_found',
  'FailedOperation.IdPhotoNoExist': 'not_found',
  'FailedOperation.IdFormatError': 'not_found',
};

interface Answer {
  Response?: { Result?: string; Sim?: number; RequestId?: string; Error?: { Code: string } };
}

/** The company that name, number and photo are sent to, as its members read it; '' where none is configured. */
export function faceProvider(): string {
  if (!env.FACE_SECRET_ID) return '';
  return env.SANDBOX_URL ? '模拟的比对服务（不会发给任何人）' : '腾讯云计算（北京）有限责任公司';
}

/**
 * Asks Tencent Cloud FaceID (ImageRecognitionV2, API 3.0) whether a picture shows the person of this name and number.
 * What it says of how alike they are, and its words, go no further; no answer within eight seconds, or one that says
 * nothing, is `unavailable`.
 */
export async function verifyFace(claim: Claim): Promise<FaceAnswer> {
  try {
    return read(await ask(claim));
  } catch (error) {
    log.warn({ err: error }, 'the comparison of faces does not answer');
    return { result: 'unavailable', transactionNo: '' };
  }
}

async function ask({ name, identityNumber, jpeg }: Claim): Promise<Answer> {
  const { FACE_SECRET_ID: secretId, FACE_SECRET_KEY: secretKey } = env;
  if (!secretId || !secretKey) throw new Error('the comparison of faces is not configured');
  const url = new URL(env.FACE_URL);
  const body = JSON.stringify({ IdCard: identityNumber, Name: name, ImageBase64: jpeg.toString('base64') });
  const timestamp = Math.floor(clock.now() / 1000);
  const request = { host: url.host, action: ACTION, service: 'faceid', contentType: CONTENT_TYPE, timestamp, body };
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: signTc3(request, { secretId, secretKey }),
      'content-type': CONTENT_TYPE,
      'x-tc-action': ACTION,
      'x-tc-version': VERSION,
      'x-tc-timestamp': String(timestamp),
    },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`the comparison of faces answers ${answer.status}`);
  return (await answer.json()) as Answer;
}

function read({ Response: response }: Answer): FaceAnswer {
  const transactionNo = response?.RequestId ?? '';
  const code = response?.Error?.Code ?? response?.Result ?? '';
  if (code === 'Success') {
    return { result: (response?.Sim ?? 0) >= SAME_PERSON ? 'pass' : 'no_match', transactionNo };
  }
  const result = ANSWERS[code];
  if (result) return { result, transactionNo };
  log.warn({ code, transactionNo }, 'the comparison of faces says nothing');
  return { result: 'unavailable', transactionNo };
}
