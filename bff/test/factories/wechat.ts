import { Account } from '../../modules/accounts/model.ts';
import { WechatBinding } from '../../modules/wechat/model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';

/** A WeChat that opens a member's account, as if bound by password. */
export async function makeBinding(member: { firmId: number } | { lawyerId: number }): Promise<WechatBinding> {
  const { id: accountId } = await Account.findOne({ where: member, rejectOnEmpty: true });
  const now = clock.now();
  return WechatBinding.create({
    accountId,
    appid: 'wx-test',
    openid: randomToken(128),
    unionid: null,
    label: '内勤',
    proof: 'password',
    boundAt: now,
    lastUsedAt: now,
  });
}
