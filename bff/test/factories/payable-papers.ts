import { env } from '../../env.ts';
import { Setting } from '../../modules/settings/model.ts';
import { forgetSettings, OFFICE } from '../../modules/settings/read-settings.ts';
import type { MemberActor } from '../../actor.ts';
import type { Application } from '../../modules/certificates/model.ts';
import { Payment } from '../../modules/payments/model.ts';
import { PaperOrder } from '../../modules/papers/model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { submit } from './certificate.ts';

/** 3.50 yuan a copy. */
export const COPY_FEE_FEN = 350;

/** Paper costs something from now on. */
export async function chargeForPaper(): Promise<void> {
  const value = JSON.stringify({ copyFeeFen: COPY_FEE_FEN, postageFen: 0 });
  await Setting.upsert({ name: OFFICE, value, updatedAt: clock.now() }, { conflictFields: ['name'] });
  forgetSettings();
}

/** An application whose paper copies wait for their payment. */
export async function owing(actor: MemberActor, copies = 2): Promise<{ application: Application; order: PaperOrder }> {
  const paper = { copies, pickup: 'collect' as const, recipient: '', phone: '', address: '' };
  const application = await submit(actor, { paper });
  const order = await PaperOrder.findOne({ where: { applicationId: application.id }, rejectOnEmpty: true });
  return { application, order };
}

/** A payment that was placed, without asking WeChat Pay. */
export async function placed(actor: MemberActor, number: string): Promise<Payment> {
  const { application, order } = await owing(actor, 1);
  const now = clock.now();
  return Payment.create({
    accountId: actor.accountId,
    purpose: 'paper',
    subjectId: order.id,
    page: `application?id=${application.id}`,
    openKey: `paper:${order.id}`,
    outTradeNo: number,
    description: '纸质证明费用',
    applicantName: actor.name,
    amountFen: order.totalFen,
    channel: 'native',
    appid: env.WECHAT_WEB_APPID ?? '',
    state: 'paying',
    mchid: env.WECHATPAY_MCHID ?? '',
    transactionId: null,
    createdAt: now,
    expiresAt: now + 1_800_000,
    paidAt: null,
    closedAt: null,
  });
}
