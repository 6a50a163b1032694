import type { WechatProof } from '../../contract/schemas/wechat.ts';
import { AppError } from '../../errors.ts';
import { readPhoneNumber, type WechatIdentity } from '../../platform/wechat/identify.ts';
import { findAccountOfMember } from '../accounts/find-account-of-member.ts';
import { signIn, type SignedIn, type WithSession } from '../accounts/sign-in.ts';
import { signInKnown } from '../accounts/sign-in-known.ts';
import { findMembersByPhone } from '../registry/find-members-by-phone.ts';
import { identify, valueOf } from './identify.ts';
import { writeBinding } from './write-binding.ts';

interface Asked {
  proof: WechatProof;
  /** Who it is, for the list; may be empty. */
  label: string;
  login?: string | undefined;
  password?: string | undefined;
  /** Instead of both: of the phone-number button. */
  phoneCode?: string | undefined;
  address: string;
  device: string;
  knownDevice?: (accountId: number) => string | undefined;
}

/**
 * Signs a member in and binds the WeChat that holds the phone to that account: the next time it opens it silently.
 * Proved by password, with all rules of signing in, or by the number that WeChat vouches for, when it is the number of
 * exactly one member. Throws what signing in throws, `wechat_refused`, and `wechat_phone_unmatched` for none and for
 * several alike.
 */
export async function bindWechat(asked: Asked): Promise<SignedIn> {
  const { login = '', password = '', phoneCode, label, address, device, knownDevice } = asked;
  const identity = await identify(asked.proof, address);
  if (phoneCode === undefined) {
    const inSameTransaction = bindingTo(identity, 'password', label);
    return signIn({ realm: 'member', login, password, address, device, knownDevice, inSameTransaction });
  }
  const members = await findMembersByPhone(valueOf(await readPhoneNumber(phoneCode)));
  const [member] = members;
  if (!member || members.length > 1) throw new AppError('wechat_phone_unmatched');
  const { id: accountId } = await findAccountOfMember(member);
  return signInKnown({ accountId, address, device, inSameTransaction: bindingTo(identity, 'phone', label) });
}

/** What is written together with the session that the proof opened. */
function bindingTo(identity: WechatIdentity, proof: 'password' | 'phone', label: string): WithSession {
  return async (sessionId, t, actor) => {
    await writeBinding({ identity, actor, sessionId, proof, label }, t);
  };
}
