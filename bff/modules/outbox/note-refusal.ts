import type { Transaction } from 'sequelize';
import type { Timelines } from '../../contract/timeline/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import { writeEvent } from '../timeline/write-event.ts';

/** The page of what a mail told about says that it was not sent, to which address and why. */
export async function noteRefusal(
  refused: { subject: SubjectRef<keyof Timelines>; address: string; lastError: string },
  t: Transaction,
): Promise<void> {
  const { subject, address, lastError } = refused;
  await writeEvent({ subject, event: 'mail_refused', by: null, note: `${address}：${lastError}` }, t);
}
