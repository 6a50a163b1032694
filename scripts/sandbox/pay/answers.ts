import { json, type Reply } from '../http.ts';

/** Refusals of api.mch.weixin.qq.com, with the status its documentation gives each. */
const STATUS = {
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
  APPID_MCHID_NOT_MATCH: 400,
  ORDERPAID: 400,
  ORDER_CLOSED: 400,
  NO_STATEMENT_EXIST: 400,
  STATEMENT_CREATING: 400,
  SIGN_ERROR: 401,
  NOT_ENOUGH: 403,
  OUT_TRADE_NO_USED: 403,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  SYSTEM_ERROR: 500,
} as const;
export type PayRefusal = keyof typeof STATUS;

export const refuse = (code: PayRefusal, message: string): Reply => json({ code, message }, STATUS[code]);
