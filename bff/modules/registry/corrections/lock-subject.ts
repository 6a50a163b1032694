import type { Transaction } from 'sequelize';
import type { CorrectionFieldKey } from '../../../contract/corrections/enums.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import type { MemberId } from '../../../subject.ts';
import { correctables } from './correctable.ts';

/**
 * Locks whose entry it is, and whoever asks: an open request is a fact on which decisions rest, and requests of one
 * member are counted. Throws `not_found`.
 */
export async function lockSubject(
  {
    subject,
    asker,
    field,
    wanted,
  }: {
    subject: MemberId;
    asker: MemberId;
    field: CorrectionFieldKey;
    wanted: string;
  },
  t: Transaction,
): Promise<void> {
  const { firmIds, lawyerIds } = await correctables.answer[subject.kind].subjects(subject.id, { field, wanted }, t);
  await lockForWriting(
    {
      firmIds: asker.kind === 'firm' ? [...firmIds, asker.id] : firmIds,
      lawyerIds: asker.kind === 'lawyer' ? [...lawyerIds, asker.id] : lawyerIds,
    },
    t,
  );
}
