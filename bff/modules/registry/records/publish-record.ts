import type { Transaction } from 'sequelize';
import type { MemberRecord } from '../../../contract/records/endpoints.ts';
import { SYSTEM, type StaffActor } from '../../../actor.ts';
import { publish } from '../../../events.ts';
import { describe, type RecordKind } from './record-kind.ts';

/** As much as a change is told in. */
const MOST_WORDS = 480;

/**
 * Says that a record about a member is otherwise now, where letters may rest on it. `before` null: it is new; `after` null:
 * it was removed. A remark is nobody's fact, and no letter says of hours what they are about.
 */
export async function publishRecord<Row extends MemberRecord, Data>(
  change: { actor: StaffActor | null; kind: RecordKind<Row, Data>; before: Row | null; after: Row | null },
  t: Transaction,
): Promise<void> {
  const { actor, kind, before, after } = change;
  const row = after ?? before;
  const told = kind.letters?.({ before, after }) ?? null;
  if (!row || !told) return;
  const [was, is] = [before, after].map((one) => (one ? factsIn(kind, one) : '（无）'));
  if (was === is) return;
  const { subjectKind, subjectId: id, subjectName: name, subjectLicenceNo: licenceNo } = row;
  const words = `${kind.label}：${was}→${is}`.slice(0, MOST_WORDS);
  const subject = { kind: subjectKind, id, name, licenceNo };
  await publish(
    'member.changed',
    { subject, effectiveOn: null, ...told, recordId: null, words, by: actor?.name ?? SYSTEM },
    t,
  );
}

function factsIn<Row extends MemberRecord, Data>(kind: RecordKind<Row, Data>, row: Row): string {
  const { 备注: _remark, 学时类别: _kind, 参加方式: _mode, ...facts } = kind.inWords(row);
  return describe(facts);
}
