import type { Transaction } from 'sequelize';
import type { Timelines } from '../../contract/timeline/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import { writeEvent } from '../timeline/write-event.ts';

/** What can say so: a kind whose own lines leave it out would show a line without words. */
type Tellable = { [Kind in keyof Timelines]: 'mail_refused' extends Timelines[Kind] ? Kind : never }[keyof Timelines];

/** The page of what a mail told about says that it was not sent, to which address and why. */
export async function noteRefusal(
  refused: { subject: SubjectRef<Tellable>; address: string; lastError: string },
  t: Transaction,
): Promise<void> {
  const { subject, address, lastError } = refused;
  await writeEvent({ subject, event: 'mail_refused', by: null, note: `${address}：${lastError}` }, t);
}
