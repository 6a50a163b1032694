import type { Transaction } from 'sequelize';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { env } from '../../env.ts';
import { findAccountOf } from '../accounts/find-account-of-member.ts';
import { WechatBinding } from './model.ts';

/** Whose mini-programs are bound to a member's account, by which binding; nobody's where there is no mini-program. */
export async function miniProgramsOf(
  member: { kind: SubjectKind; id: number },
  t: Transaction,
): Promise<{ id: number; openid: string }[]> {
  if (!env.WECHAT_APPID) return [];
  // By the caller's connection: where each holds one and waits for another, nobody gets any.
  const { id: accountId } = await findAccountOf(member, t);
  const bindings = await WechatBinding.findAll({ where: { accountId, appid: env.WECHAT_APPID }, transaction: t });
  return bindings.map(({ id, openid }) => ({ id, openid }));
}
