import { env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import type { OidcAnswer } from '../../platform/oidc/answer.ts';

/** The value of an answer; its fault as what the caller reads: `oidc_refused` or `unavailable`. */
export function valueOf<T>(answer: OidcAnswer<T>): T {
  if (answer.ok) return answer.value;
  if (answer.fault === 'refused') throw new AppError('oidc_refused');
  throw new AppError('unavailable', { message: `${env.OIDC_NAME}暂时没有应答，请稍后再试，或用账号和密码登录` });
}
