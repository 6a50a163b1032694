import type { Transaction } from 'sequelize';
import type { Timelines } from '../../contract/timeline/enums.ts';
import type { SubjectRef } from '../../subject.ts';
import { Message } from './model.ts';

/** What still waits about a subject and has been overtaken is not sent; staff read why. In the transaction that overtakes it. */
export async function dropWaiting(
  { subject, isOvertaken }: { subject: SubjectRef<keyof Timelines>; isOvertaken(message: Message): boolean },
  t: Transaction,
): Promise<void> {
  const where = { subjectKind: subject.kind, subjectId: subject.id, state: 'waiting' } as const;
  for (const message of await Message.findAll({ where, transaction: t, lock: t.LOCK.UPDATE })) {
    if (!isOvertaken(message)) continue;
    await message.update({ state: 'refused', lastError: '发送之前情况已变化，不再需要' }, { transaction: t });
  }
}
