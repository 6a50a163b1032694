import { json, type Reply } from '../http.ts';

/** Refusals of api.weixin.qq.com: always status 200, the number tells. Only numbers that its documentation has. */
export const REFUSALS = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40129: 'invalid scene',
  40165: 'invalid weapp pagepath',
  40169: 'invalid length for scene, or the data is not json string',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired',
  85400: 'the expire_time is invalid',
} as const;

export function refuse(errcode: keyof typeof REFUSALS, detail = ''): Reply {
  return json({ errcode, errmsg: `${REFUSALS[errcode]}${detail} rid: ${Date.now().toString(16)}` });
}

export const accept = (more: object = {}): Reply => json({ errcode: 0, errmsg: 'ok', ...more });
