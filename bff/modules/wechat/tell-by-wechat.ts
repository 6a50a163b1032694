import type { Transaction } from 'sequelize';
import type { MemberEvent } from '../../contract/notifications/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { env } from '../../env.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { templateOf, type TemplateMatter } from '../../platform/wechat/templates.ts';
import { findAccountOfMember } from '../accounts/find-account-of-member.ts';
import { WechatBinding } from './model.ts';

/** Which template tells of which event. */
export const MATTERS: Record<MemberEvent, TemplateMatter> = {
  approved: 'decided',
  rejected: 'decided',
  paper_ready: 'paper',
  paper_mailed: 'paper',
  paper_collected: 'paper',
  revoked: 'standing',
  replaced: 'standing',
};

/**
 * Has a member told by WeChat as well, everybody whose mini-program is bound to the account: a job each, written in the
 * transaction of the inbox entry, so that an outage of WeChat loses nothing. Who has not allowed it is not bothered.
 */
export async function tellByWechat(
  told: { event: MemberEvent; member: { kind: SubjectKind; id: number }; inboxEntryId: number },
  t: Transaction,
): Promise<void> {
  if (!env.WECHAT_APPID || !templateOf(MATTERS[told.event])) return;
  const { id: accountId } = await findAccountOfMember(told.member);
  const where = { accountId, appid: env.WECHAT_APPID };
  for (const { id: bindingId } of await WechatBinding.findAll({ where, transaction: t })) {
    const payload = { bindingId, inboxEntryId: told.inboxEntryId };
    await enqueue('tell-by-wechat', payload, { t, dedupeKey: `tell-by-wechat:${told.inboxEntryId}:${bindingId}` });
  }
}
