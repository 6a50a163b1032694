import type { WechatProof } from '../../contract/wechat/schemas.ts';
import { transaction } from '../../platform/db/database.ts';
import type { InSession, MemberActor } from '../../actor.ts';
import { identify } from './identify.ts';
import type { WechatBinding } from './model.ts';
import { writeBinding } from './write-binding.ts';

/** Binds the WeChat that holds the phone to the account that is signed in on it. Throws as `identify` does. */
export async function bindOwnWechat(asked: {
  actor: MemberActor & InSession;
  proof: WechatProof;
  label: string;
  address: string;
}): Promise<WechatBinding> {
  const { actor, label } = asked;
  const identity = await identify(asked.proof, asked.address);
  const { sessionId } = actor;
  return transaction((t) => writeBinding({ identity, actor, sessionId, proof: 'password', label }, t));
}
