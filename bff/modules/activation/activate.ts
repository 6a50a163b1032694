import type { Transaction } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import { HOLD_HOURS, type Held, type HoldReason } from '../../contract/accounts/holds.ts';
import { HOUR_MS } from '../../contract/dates.ts';
import { AppError } from '../../errors.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { transaction } from '../../platform/db/database.ts';
import { kv } from '../../platform/kv/kv.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { networkOf } from '../../platform/network.ts';
import { readPhoneNumber } from '../../platform/wechat/identify.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';
import { findAccount } from '../accounts/find-account.ts';
import { findUnopened, setFirstPassword, type UnopenedAccount } from '../accounts/first-use.ts';
import { unlockAccount } from '../sign-in/lockout.ts';
import { CODE_TRIES, takeCode } from '../sign-in/contacts/sent-code.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import { isLastSixOf } from '../registry/contacts/opening-contacts.ts';
import { valueOf } from '../wechat/identify.ts';
import { readAccountMobile } from './account-mobile.ts';
import { endCodes, takeActivationCode } from './activation-code.ts';
import { holdOpened } from './hold-opened.ts';
import type { ActivationCode } from './model.ts';
import { memberOf } from '../accounts/member-of.ts';

/** An office opens the accounts of all its lawyers on one morning; a machine that guesses asks far more often. */
const byNetwork = { name: 'activations', limit: 120, windowMs: HOUR_MS };
const HOUR = { ttlMs: HOUR_MS };

/** What was proved, in words for the log and for the member, and by which activation code. */
interface Proof {
  by: '短信验证码' | '微信手机号' | '开通码';
  code: ActivationCode | null;
}

/**
 * Sets the first password of an account: for a lawyer by the last six characters of the identity number and a code, for
 * a firm by the code alone. The code is that of a text to the registered mobile, or WeChat's word for that number, or an
 * activation code (members.md, Signing in). Throws `invalid_fields` in one sentence for everything that does not fit,
 * an account that has been opened before or does not exist too; `too_many_requests`, `wechat_refused`.
 */
export async function activate(asked: {
  login: string;
  lastSix: string;
  code?: string | undefined;
  /** With which the code was asked for. */
  codeTicket?: string | undefined;
  phoneCode?: string | undefined;
  next: string;
  address: string;
}): Promise<void> {
  const { login, lastSix, code, codeTicket, phoneCode, next, address } = asked;
  await countAgainst(byNetwork, address);
  if (next.toUpperCase() === login.toUpperCase()) {
    throw new AppError('invalid_fields', { fields: { next: '新密码不能与账号相同' } });
  }
  const number = phoneCode === undefined ? undefined : valueOf(await readPhoneNumber(phoneCode));
  // Before anything is known of the account: the hash takes longer than all the rest.
  const passwordHash = await hashPassword(next, networkOf(address));
  const found = await findAccount('member', login);
  const account = await transaction(async (t) => {
    const unopened = await findUnopened(found?.id ?? 0, t);
    const proof = await prove({ account: unopened, lastSix, code, codeTicket, number, address }, t);
    if (!unopened || !proof) return null;
    // Before contacts that were confirmed by whoever used it before are gone.
    const held = await holdOpened({ account: unopened, code: proof.code }, t);
    await tell({ account: unopened, proof, held, address }, t);
    await setFirstPassword(unopened.id, passwordHash, t);
    await endCodes(unopened.id, t);
    return unopened;
  });
  if (!account) throw nothingFits();
  await unlockAccount({ realm: 'member', account: account.id });
}

/** Answers how it was proved. Who has only one of both, code or last six, has few tries with it; a stranger none to use up. */
async function prove(
  claim: {
    account: UnopenedAccount | null;
    lastSix: string;
    code: string | undefined;
    codeTicket: string | undefined;
    number: string | undefined;
    address: string;
  },
  t: Transaction,
): Promise<Proof | null> {
  const { account, lastSix, code, codeTicket, number, address } = claim;
  const isKnown = account?.kind === 'firm' || (await isLastSixOf(account?.lawyerId ?? 0, lastSix, t));
  const mobile = await readAccountMobile({ accountId: account?.id ?? 0, member: memberOf(account) }, t);
  if (!account) return null;
  if (number !== undefined) {
    // Who holds the number has few tries for the last six; nobody else has any to use up.
    const mayTry = number === mobile && (await kv.increment(`activation-wechat:${account.id}`, HOUR)) <= CODE_TRIES;
    return mayTry && isKnown ? { by: '微信手机号', code: null } : null;
  }
  if (code === undefined) return null;
  const accountId = account.id;
  if (code.length > 6) {
    const taken = await takeActivationCode({ accountId, code, isKnown }, t);
    return taken && { by: '开通码', code: taken };
  }
  const sentTo = await takeCode({ accountId, purpose: 'activate', code, codeTicket, address, isKnown }, t);
  return sentTo !== null && sentTo === mobile ? { by: '短信验证码', code: null } : null;
}

async function tell(
  opened: { account: UnopenedAccount; proof: Proof; held: Held | null; address: string },
  t: Transaction,
): Promise<void> {
  const { account, proof, held, address } = opened;
  const { id, name, login } = account;
  await writeAudit(
    {
      actor: { accountId: id, name, address },
      action: 'account.activated',
      targetKind: 'account',
      targetId: id,
      target: nameAndLogin({ name, login }),
      detail: proof.by,
    },
    t,
  );
  const detail = `账号 ${login} 已凭${proof.by}设置了登录密码。${held ? SAID[held.reason] : ''}不是您本人操作的，请立即与协会联系。`;
  await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'activated', detail }, t);
}

/** What every contact is told of an account that is held: whose it is has so long to object. */
const SAID: Record<HoldReason, string> = {
  code: `${HOLD_HOURS}小时内、或经登记的联系方式确认前，不能申请证明等。`,
  change: '协会另一位工作人员核对前，不能申请证明等。',
  entered: '协会另一位工作人员核对前，不能申请证明等。',
  untold: '协会另一位工作人员核对前，不能申请证明等。',
  objected: '',
};

/** One sentence for everything: which part was wrong is nobody's business, nor whether the account is open already. */
const nothingFits = () =>
  new AppError('invalid_fields', {
    message: '未能开通：所填内容不相符，或验证码、开通码已失效，或账号已经开通',
    fields: {
      code: '所填内容不相符，或码已失效（短信验证码只能在获取它的设备上使用）。请核对；返回上一步可以修改账号（律师还有证件号码后6位）',
    },
  });
