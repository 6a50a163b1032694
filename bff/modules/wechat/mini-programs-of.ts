import type { Transaction } from 'sequelize';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { env } from '../../env.ts';
import { findAccountOfMember } from '../accounts/find-account-of-member.ts';
import { WechatBinding } from './model.ts';

/** Bindings of a member's mini-programs, by id; none where there is no mini-program. */
export async function miniProgramsOf(member: { kind: SubjectKind; id: number }, t: Transaction): Promise<number[]> {
  if (!env.WECHAT_APPID) return [];
  const { id: accountId } = await findAccountOfMember(member);
  const bindings = await WechatBinding.findAll({ where: { accountId, appid: env.WECHAT_APPID }, transaction: t });
  return bindings.map(({ id }) => id);
}

/** Whom a binding leads to; null once it has ended. */
export async function openidOfBinding(id: number): Promise<string | null> {
  return (await WechatBinding.findByPk(id))?.openid ?? null;
}
