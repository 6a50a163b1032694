import type { Transaction } from 'sequelize';
import { writeEvent } from '../timeline/write-event.ts';

/** The application's page says that a mail was not sent, to which address and why. */
export async function noteRefusal(
  { applicationId, address, lastError }: { applicationId: number; address: string; lastError: string },
  t: Transaction,
): Promise<void> {
  await writeEvent({ applicationId, event: 'mail_refused', by: null, note: `${address}：${lastError}` }, t);
}
