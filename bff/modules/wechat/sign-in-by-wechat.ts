import type { WechatProof } from '../../contract/wechat/schemas.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';
import { signInKnown } from '../sign-in/sign-in-known.ts';
import { identify } from './identify.ts';
import { WechatBinding, WechatSession } from './model.ts';

/**
 * Starts a session for the account that this WeChat is bound to. Throws `wechat_not_bound`, `wechat_refused`, and
 * `forbidden` for a closed account.
 */
export async function signInByWechat(input: {
  proof: WechatProof;
  address: string;
  device: string;
}): Promise<SignedIn> {
  const { proof, address, device } = input;
  const { appid, openid } = await identify(proof, address);
  const binding = await WechatBinding.findOne({ where: { appid, openid } });
  if (!binding) throw new AppError('wechat_not_bound');
  return signInKnown({
    accountId: binding.accountId,
    address,
    device,
    unopened: 'wechat_not_bound',
    inSameTransaction: async (sessionId, t) => {
      // Unbound at this very moment: the row is gone, and no session without it.
      const still = await WechatBinding.findByPk(binding.id, { transaction: t, lock: t.LOCK.UPDATE });
      if (still?.accountId !== binding.accountId) throw new AppError('wechat_not_bound');
      await still.update({ lastUsedAt: clock.now() }, { transaction: t });
      await WechatSession.create({ bindingId: binding.id, sessionId }, { transaction: t });
    },
  });
}
