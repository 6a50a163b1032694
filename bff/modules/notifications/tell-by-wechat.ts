import type { Transaction } from 'sequelize';
import type { TemplateMatter } from '../../contract/notifications/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { templateOf } from '../../platform/wechat/templates.ts';
import { miniProgramsOf } from '../wechat/mini-programs-of.ts';

/**
 * Has a member told by WeChat as well, everybody whose mini-program is bound to the account: a job each, written in the
 * transaction of the inbox entry, so that an outage of WeChat loses nothing. Who has not allowed it is not bothered.
 */
export async function tellByWechat(
  told: { matter: TemplateMatter; member: { kind: SubjectKind; id: number }; inboxEntryId: number },
  t: Transaction,
): Promise<void> {
  if (!templateOf(told.matter)) return;
  for (const bindingId of await miniProgramsOf(told.member, t)) {
    const payload = { bindingId, inboxEntryId: told.inboxEntryId };
    await enqueue('tell-by-wechat', payload, { t, dedupeKey: `tell-by-wechat:${told.inboxEntryId}:${bindingId}` });
  }
}
