import type { WechatProof } from '../../contract/wechat/schemas.ts';
import { AppError } from '../../errors.ts';
import { readPhoneNumber } from '../../platform/wechat/identify.ts';
import { findAccountOfMember } from '../accounts/find-account-of-member.ts';
import { signIn, type SignedIn } from '../sign-in/sign-in.ts';
import { findMembersByPhone } from '../registry/contacts/find-members-by-phone.ts';
import { identify, valueOf } from './identify.ts';
import { writeBinding } from './write-binding.ts';

interface Asked {
  proof: WechatProof;
  /** Who it is, for the list; may be empty. */
  label: string;
  login?: string | undefined;
  password: string;
  /** Instead of the login: of the phone-number button. */
  phoneCode?: string | undefined;
  address: string;
  device: string;
  knownDevice?: (accountId: number) => string | undefined;
}

/**
 * Signs a member in and binds the WeChat that holds the phone to that account: the next time it opens it silently.
 * Proved by login and password, with all rules of signing in. The number that WeChat vouches for, when it is that of
 * exactly one member, stands for the login, never for the password. Throws what signing in throws, `wechat_refused`, and
 * `wechat_phone_unmatched` for none and for several alike.
 */
export async function bindWechat(asked: Asked): Promise<SignedIn> {
  const { password, phoneCode, label, address, device, knownDevice } = asked;
  const identity = await identify(asked.proof, address);
  const proof = phoneCode === undefined ? 'password' : 'phone';
  const login = phoneCode === undefined ? asked.login : await loginByPhone(phoneCode);
  return signIn({
    realm: 'member',
    login: login ?? '',
    password,
    address,
    device,
    knownDevice,
    // What is written together with the session that the password opened.
    inSameTransaction: async (sessionId, t, actor) => {
      await writeBinding({ identity, actor, sessionId, proof, label }, t);
    },
  });
}

async function loginByPhone(phoneCode: string): Promise<string> {
  const [member, ...others] = await findMembersByPhone(valueOf(await readPhoneNumber(phoneCode)));
  if (!member || others.length > 0) throw new AppError('wechat_phone_unmatched');
  return (await findAccountOfMember(member)).login;
}
