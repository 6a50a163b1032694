import { fieldsOf, json, textOf, type Asked, type Reply } from '../http.ts';
import { isSigned } from '../sms/signature.ts';
import { note, type World } from '../world.ts';

/** What the console of the provider would hand out. */
const FACE = { secretId: 'AKIDsandbox0000000000000000000000002', secretKey: 'sandboxonlysecretkey000000000002' };
const ACTION = 'ImageRecognitionV2';
/** The provider's clocks and ours may differ by so much (Tencent Cloud, Signature v3), seconds. */
const CLOCK_SKEW_S = 300;
/** The most characters of the picture in base64. */
const MAX_BASE64 = 3 * 1024 * 1024;

/**
 * What is answered, by the last digit of the number: whoever tries things out registers a lawyer whose number ends in it.
 * 0–4 and X are the same person.
 */
const BY_LAST_DIGIT: Record<string, string> = {
  '5': 'FailedOperation.CompareLowSimilarity',
  '6': 'FailedOperation.LifePhotoDetectNoFaces',
  '7': 'FailedOperation.LifePhotoDetectFaces',
  '8': 'FailedOperation.LifePhotoPoorQuality',
  '9': 'FailedOperation.IdNameMisMatch',
};

/** Whether a request is one to the API that compares faces. */
export const isFace = ({ method, path, headers }: Asked): boolean =>
  method === 'POST' && path === '/' && textOf(headers['x-tc-action']) === ACTION;

/** Answers as faceid.tencentcloudapi.com, ImageRecognitionV2 of 2018-03-01. */
export function serveFace(world: World, asked: Asked): Reply {
  const fields = fieldsOf(asked.body);
  const refusal = refusalOf(world, asked) ?? wrongFields(fields);
  if (refusal) {
    note(world, 'face', ACTION, refusal[0]);
    return json({ Response: { Error: { Code: refusal[0], Message: refusal[1] }, ...id() } });
  }
  const code = BY_LAST_DIGIT[textOf(fields['IdCard']).at(-1) ?? ''];
  // Name and number are nobody's business here either.
  note(world, 'face', `${ACTION} ${textOf(fields['IdCard']).slice(-1)}`, code ?? 'Success');
  if (code?.includes('LifePhoto')) return json({ Response: { Error: { Code: code, Message: code }, ...id() } });
  const [Result, Sim] = code ? [code, 31.5] : ['Success', 93.2];
  return json({ Response: { Result, Sim, Description: Result, Extra: '', ...id() } });
}

type Fault = [code: string, message: string];
const id = () => ({ RequestId: crypto.randomUUID() });

function refusalOf(world: World, asked: Asked): Fault | null {
  const header = (name: string) => textOf(asked.headers[name]);
  if (header('x-tc-version') !== '2018-03-01') return ['NoSuchVersion', 'The Version does not exist.'];
  if (!(Math.abs(world.now() / 1000 - Number(header('x-tc-timestamp'))) <= CLOCK_SKEW_S)) {
    return ['AuthFailure.SignatureExpire', '签名过期。'];
  }
  return isSigned(asked, { ...FACE, service: 'faceid' })
    ? null
    : ['AuthFailure.SignatureFailure', '签名错误。请对照签名方法文档检查签名计算过程。'];
}

function wrongFields(fields: Record<string, unknown>): Fault | null {
  const [number, name, picture] = [fields['IdCard'], fields['Name'], fields['ImageBase64']].map(textOf);
  const unknown = Object.keys(fields).filter((key) => !['IdCard', 'Name', 'ImageBase64'].includes(key));
  if (unknown.length > 0) return ['UnknownParameter', `未知参数 ${unknown.join()}`];
  if (!/^\d{17}[\dX]$/.test(number ?? '')) return ['FailedOperation.IdFormatError', '身份证格式有误'];
  if (!name || !/^[\p{Script=Han}·]{2,30}$/u.test(name)) return ['InvalidParameter', '姓名格式有误'];
  if (!picture || picture.length > MAX_BASE64) return ['FailedOperation.LifePhotoSizeError', '传入图片过大或过小'];
  const bytes = Buffer.from(picture, 'base64');
  const isPicture = bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'));
  return isPicture ? null : ['FailedOperation.ImageDecodeFailed', '图片解码失败'];
}

/** The settings of bff/env.ts that lead here. */
export const faceSettings = (url: string): Record<string, string> => ({
  FACE_URL: url,
  FACE_SECRET_ID: FACE.secretId,
  FACE_SECRET_KEY: FACE.secretKey,
});
