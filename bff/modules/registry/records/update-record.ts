import type { Transaction } from 'sequelize';
import type { MemberRecord } from '../../../contract/records/endpoints.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { within } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { targetOf, toSubjects } from './create-record.ts';
import { lockForWriting } from '../facts/lock-subjects.ts';
import { publishRecord } from './publish-record.ts';
import { findRecord, type RecordKind } from './record-kind.ts';
import { describeChanges } from '../rules.ts';
import { refuseStale } from '../facts/version.ts';

/** Corrects a record; it stays with its member. Throws `not_found`, `changed_meanwhile`, `invalid_fields`, `duplicate`. */
export async function updateRecord<Row extends MemberRecord, Data extends object>(
  {
    actor,
    kind,
    id,
    input,
  }: {
    actor: StaffActor | null;
    kind: RecordKind<Row, Data>;
    id: number;
    input: Data & { version: number };
  },
  outer?: Transaction,
): Promise<Row> {
  return within(outer, async (t) => {
    // A record never changes its member, so what is locked now is still the right one afterwards.
    await lockForWriting(toSubjects(await findRecord(kind, { id }, t)), t);
    const stored = await findRecord(kind, { id }, t);
    refuseStale(stored, input.version);
    await kind.check({ subject: stored, stored, data: input }, t);
    await kind.model.update(
      { ...kind.toAttributes(input), version: stored.version + 1, updatedAt: clock.now() },
      { where: { id }, transaction: t },
    );
    const row = await findRecord(kind, { id }, t);
    const [before, after] = [kind.inWords(stored), kind.inWords(row)];
    const labels = Object.fromEntries(Object.keys(after).map((label) => [label, label]));
    const changes = describeChanges(before, after, labels);
    await writeAudit(
      { actor, action: 'record.updated', ...targetOf(row), detail: `${kind.label}（${titleOf(before)}）：${changes}` },
      t,
    );
    await publishRecord({ actor, kind, before: stored, after: row }, t);
    return row;
  });
}

/** The first thing a record says is what people call it by: its year, its name. */
const titleOf = (words: Record<string, string>) => Object.values(words)[0] ?? '';
