import type { Transaction } from 'sequelize';
import { ACCOUNT_NOTICES, type AccountNotice } from '../../contract/activation/enums.ts';
import { isMobile } from '../../contract/text.ts';
import { clock } from '../../platform/clock/clock.ts';
import { toShanghaiMinute } from '../../contract/dates.ts';
import { hasTemplate } from '../../platform/sms/sms.ts';
import type { MessageTemplate } from '../../contract/notifications/enums.ts';
import { Message } from './model.ts';
import { sendLater } from './send-later.ts';
import { textLater } from './texts/text-later.ts';
import { maySayByStrangers } from './texts/text-quota.ts';

/** Everywhere a member can be reached; empty entries and land lines are left out. */
export interface Contacts {
  phones: readonly string[];
  emails: readonly string[];
}

/**
 * Tells a member what has happened to the account, by mail and by text at every contact given. Written in the
 * transaction of what it tells about. Without a template for notices there are no texts.
 * @param told.detail one sentence for the mail
 * @param told.about what staff can change again and again: of what has not gone out yet about the same, the newest words do
 */
export async function sendNotice(
  told: { contacts: Contacts; name: string; notice: AccountNotice; detail: string; about?: string },
  t: Transaction,
): Promise<void> {
  const { contacts, name, notice, detail, about } = told;
  const what = ACCOUNT_NOTICES[notice];
  const data = {
    applicant: name,
    what,
    at: toShanghaiMinute(clock.now()),
    detail,
    ...(about !== undefined && { about }),
  };
  for (const recipient of new Set(contacts.emails.filter((address) => address !== ''))) {
    if (about !== undefined) await overtake({ recipient, applicant: name, about }, t);
    await sendLater({ recipient, template: 'account_notice', data }, t);
  }
  if (!hasTemplate('notice')) return;
  for (const number of new Set(contacts.phones.filter(isMobile))) {
    if (notice === 'locked' && !(await maySayByStrangers(number))) continue;
    // It says no more than the one that waits.
    if (about !== undefined && (await findWaiting(number, 'notice_text', { what }, t)).length > 0) continue;
    await textLater({ number, template: 'notice_text', budget: 'notice', params: { what } }, t);
  }
}

/** What of the same has not gone out is not sent any more. */
async function overtake(
  { recipient, ...same }: { recipient: string; applicant: string; about: string },
  t: Transaction,
): Promise<void> {
  const id = await findWaiting(recipient, 'account_notice', same, t);
  if (id.length === 0) return;
  const lastError = '已由同一事项的后一次通知代替';
  await Message.update({ state: 'refused', lastError }, { where: { id, state: 'waiting' }, transaction: t });
}

async function findWaiting(
  recipient: string,
  template: MessageTemplate,
  same: Record<string, string>,
  t: Transaction,
): Promise<number[]> {
  const waiting = await Message.findAll({ where: { recipient, template, state: 'waiting' }, transaction: t });
  const isSame = ({ data }: Message) => Object.entries(same).every(([key, value]) => data[key] === value);
  return waiting.filter(isSame).map(({ id }) => id);
}
