import type { Transaction } from 'sequelize';
import { ACCOUNT_NOTICES, type AccountNotice } from '../../contract/activation/enums.ts';
import { isMobile } from '../../contract/text.ts';
import { clock } from '../../platform/clock/clock.ts';
import { toShanghaiMinute } from '../../contract/dates.ts';
import { hasTemplate } from '../../platform/sms/sms.ts';
import { sendLater } from './send-later.ts';
import { textLater } from './text-later.ts';
import { maySayByStrangers } from './text-quota.ts';

/** Everywhere a member can be reached; empty entries and land lines are left out. */
export interface Contacts {
  phones: readonly string[];
  emails: readonly string[];
}

/**
 * Tells a member what has happened to the account, by mail and by text at every contact given. Written in the
 * transaction of what it tells about. Without a template for notices there are no texts.
 * @param detail one sentence for the mail
 */
export async function sendNotice(
  told: { contacts: Contacts; name: string; notice: AccountNotice; detail: string },
  t: Transaction,
): Promise<void> {
  const { contacts, name, notice, detail } = told;
  const what = ACCOUNT_NOTICES[notice];
  const data = { applicant: name, what, at: toShanghaiMinute(clock.now()), detail };
  for (const recipient of new Set(contacts.emails.filter((address) => address !== ''))) {
    await sendLater({ recipient, template: 'account_notice', data }, t);
  }
  if (!hasTemplate('notice')) return;
  for (const number of new Set(contacts.phones.filter(isMobile))) {
    if (notice === 'locked' && !(await maySayByStrangers(number))) continue;
    await textLater({ number, template: 'notice_text', budget: 'notice', params: { what } }, t);
  }
}
