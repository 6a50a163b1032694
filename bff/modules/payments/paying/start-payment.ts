import { UniqueConstraintError } from 'sequelize';
import type { PaymentChannel } from '../../../contract/payments/enums.ts';
import { toYuan } from '../../../contract/text.ts';
import { env } from '../../../env.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import type { InSession, MemberActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { payables, type Payable } from '../payable.ts';
import { openidOfCode } from '../../wechat/openid-of-code.ts';
import { openidOfSession } from '../../wechat/openid-of-session.ts';
import { closePayment } from './close-payment.ts';
import { Payment } from '../model.ts';
import { placeAgain, placePayment, type Placed } from './place-payment.ts';

/** Unpaid orders are closed after 30 minutes (services.md, Payments). */
const OPEN_MS = 30 * 60_000;
const FIRST_LOOK_MS = 60_000;
/** Somebody changes their mind a few times; a machine would use up what WeChat Pay allows the whole association. */
const TRIES = { name: 'start-payment', limit: 30, windowMs: 10 * 60_000 };

export interface StartedPayment {
  payment: Payment;
  pay: Placed;
}

/**
 * Lets a member pay for what he or she owes. The same way again gives the same order; another way, another
 * person or another network closes the one before. Throws `wrong_state` when nothing is owed, `unavailable`
 * when WeChat Pay does not answer.
 */
export async function startPayment(asked: {
  actor: MemberActor & InSession;
  payable: Payable;
  channel: PaymentChannel;
  /** Of wx.login, in the mini-program. */
  code: string | undefined;
  address: string;
}): Promise<StartedPayment> {
  const { actor, payable, channel, address } = asked;
  await countAgainst(TRIES, String(actor.accountId));
  if (!env.WECHATPAY_MCHID) throw new AppError('unavailable', { message: '在线支付尚未开通，请到协会缴费' });
  const payer = channel === 'jsapi' ? await payerOf(asked) : { appid: appOfOthers(), openid: '' };
  const known = await Payment.findOne({ where: { openKey: keyOf(payable) } });
  const again =
    known && isSame(known, channel, payer.appid)
      ? await placeAgain({ payment: known, openid: payer.openid, address })
      : null;
  if (known && !again && (await closePayment(known.id)) === 'paid') throw alreadyPaid();
  const payment = known && again ? known : await open({ actor, payable, channel, payer });
  const pay = again ?? (await placePayment({ payment, openid: payer.openid, address }));
  await transaction(async (t) => {
    await Payment.update({ state: 'paying' }, { where: { id: payment.id, state: 'created' }, transaction: t });
  });
  return { payment: await payment.reload(), pay };
}

/** WeChat Pay knows the person by another name at each app: mini-program or official account. */
async function payerOf({
  actor,
  code,
  address,
}: {
  actor: MemberActor & InSession;
  code: string | undefined;
  address: string;
}) {
  if (code !== undefined) return openidOfCode(code, address);
  const payer = await openidOfSession({ actor });
  if (!payer) throw new AppError('wrong_state', { message: '请先在“我的 › 微信绑定”中绑定此微信，再支付' });
  return payer;
}

const appOfOthers = () => env.WECHAT_WEB_APPID ?? env.WECHAT_APPID ?? '';
const alreadyPaid = () => new AppError('wrong_state', { message: '该订单已支付' });
const keyOf = ({ purpose, subjectId }: Payable) => `${purpose}:${subjectId}`;

function isSame(payment: Payment, channel: PaymentChannel, appid: string): boolean {
  const isFresh = payment.expiresAt > clock.now() + FIRST_LOOK_MS;
  const isOpen = payment.state === 'created' || payment.state === 'paying';
  if (!isOpen) throw alreadyPaid();
  return isFresh && payment.channel === channel && payment.appid === appid;
}

async function open(order: {
  actor: MemberActor;
  payable: Payable;
  channel: PaymentChannel;
  payer: { appid: string };
}): Promise<Payment> {
  const { actor, payable, channel, payer } = order;
  const now = clock.now();
  try {
    return await transaction(async (t) => {
      // Taken at the counter or given up meanwhile: nothing is begun that would have to be sent back.
      if (!(await payables.answer[payable.purpose].lock(payable.subjectId, t)).isOwed)
        throw new AppError('wrong_state');
      const payment = await Payment.create(
        {
          accountId: actor.accountId,
          purpose: payable.purpose,
          subjectId: payable.subjectId,
          page: payable.page,
          openKey: keyOf(payable),
          outTradeNo: newNumber(),
          channel,
          description: payable.description,
          applicantName: actor.name,
          amountFen: payable.totalFen,
          appid: payer.appid,
          mchid: env.WECHATPAY_MCHID ?? '',
          state: 'created',
          transactionId: null,
          createdAt: now,
          expiresAt: Math.min(now + OPEN_MS, payable.until ?? Infinity),
          paidAt: null,
          closedAt: null,
        },
        { transaction: t },
      );
      const runAt = now + FIRST_LOOK_MS;
      await enqueue('settle-payment', { paymentId: payment.id }, { t, dedupeKey: `payment:${payment.id}:1`, runAt });
      await writeAudit(
        {
          actor,
          action: 'payment.started',
          targetKind: 'payment',
          targetId: payment.id,
          target: payment.outTradeNo,
          detail: `${toYuan(payment.amountFen)}元`,
        },
        t,
      );
      return payment;
    });
  } catch (error) {
    // Tapped twice: the other one has opened it.
    if (!(error instanceof UniqueConstraintError)) throw error;
    return Payment.findOne({ where: { openKey: keyOf(payable) }, rejectOnEmpty: new AppError('changed_meanwhile') });
  }
}

/** Date and 96 random bits, within the 32 characters of WeChat Pay: nobody guesses another's number. */
function newNumber(): string {
  const random = Buffer.from(randomToken(128), 'base64url').toString('hex').slice(0, 24);
  return `${clock.today().replaceAll('-', '')}${random}`;
}
