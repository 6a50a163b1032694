/**
 * Why WeChat Pay did not do what it was asked. `unreachable`: no answer, or none that is provably WeChat Pay's: what was
 * asked may have been done all the same, so ask again or query.
 */
export type PayFault =
  'not_found' | 'already_paid' | 'closed' | 'not_ready' | 'refused' | 'unreachable' | 'not_configured';

/** What came of a call: the reply, or a fault that the caller has to look at. */
export type PayAnswer<T> = { ok: true; value: T } | { ok: false; fault: PayFault; code: string; message: string };

/** Codes of api.mch.weixin.qq.com that mean something to us; every other one is `refused`. */
const FAULTS: Record<string, PayFault> = {
  ORDER_NOT_EXIST: 'not_found',
  ORDERNOTEXIST: 'not_found',
  RESOURCE_NOT_EXISTS: 'not_found',
  NO_STATEMENT_EXIST: 'not_found',
  STATEMENT_CREATING: 'not_ready',
  ORDERPAID: 'already_paid',
  ORDER_CLOSED: 'closed',
  ORDERCLOSED: 'closed',
  SYSTEM_ERROR: 'unreachable',
  SYSTEMERROR: 'unreachable',
  FREQUENCY_LIMITED: 'unreachable',
};

export function failed<T>(fault: PayFault, code: string, message = ''): PayAnswer<T> {
  return { ok: false, fault, code, message };
}

export const faultOf = (code: string): PayFault => FAULTS[code] ?? 'refused';
