import { toShanghaiMinute } from '../dates.ts';

/** Hours for which an account that was opened by a code which staff have seen is shut for what matters (members.md, Signing in). */
export const HOLD_HOURS = 72;

/** Why an account is held: key in English, as staff read it. */
export const HOLD_REASONS = {
  code: '凭信函、当面的开通码开通',
  change: '证件号码、负责人变更后开通',
  entered: '登记人自己发放开通码',
  untold: '原联系方式已全部删除',
  objected: '有异议，正在核实',
} as const;
export type HoldReason = keyof typeof HOLD_REASONS;

/** What is shut meanwhile, as members read it. */
export const SHUT_WHILE_HELD = '申请证明、查看和分享证明文件、更正登记信息、修改联系方式';

/** Why an account is held, and until when (ms; null: until somebody of the association has looked at it). */
export interface Held {
  reason: HoldReason;
  until: number | null;
}

/** What is shut and until when, as its member reads it. */
export function holdWords({ reason, until }: Held): string {
  const shut = `暂不能${SHUT_WHILE_HELD}`;
  if (reason === 'objected') return `账号的开通有异议，协会正在核实，核实前${shut}。`;
  if (until === null) return `账号的开通须由协会另一位工作人员核对，核对前${shut}。`;
  return `账号凭协会发放的开通码开通，${toShanghaiMinute(until)} 之前${shut}。`;
}

/** What opens it at once, for who is refused something. */
export const holdWays = ({ reason }: Held): string =>
  reason === 'code'
    ? '在“账户信息”凭登记的手机号或邮箱收到的验证码可以立即启用，也可以请协会核对后启用。'
    : '急用的，请与协会联系。';
