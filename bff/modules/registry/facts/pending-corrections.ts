import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { correctionField, printedFields } from '../../../contract/corrections/enums.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';

const pendingRow = z.strictObject({ kind: oneOf(SUBJECT_KINDS), id: z.int(), field: z.string(), ticket: z.string() });

/**
 * What staff have noted as under way, together with what these members themselves say is wrong of what letters rest on
 * (house.md, Corrections): read, never written into the staff's own words, so that neither can wipe the other, and over
 * with the last open request. Lock the subjects first if a letter rests on it.
 */
export async function readPendingCorrections(
  ids: Readonly<Record<SubjectKind, readonly number[]>>,
  t?: Transaction,
): Promise<(kind: SubjectKind, id: number, noted: string) => string> {
  const conditions = (Object.keys(ids) as SubjectKind[]).flatMap((kind) => conditionOf(kind, ids[kind]));
  const rows = await select(
    pendingRow,
    `SELECT subject_kind AS kind, subject_id AS id, field, ticket_number AS ticket
     FROM correction_requests
     WHERE (${conditions.map(({ sql }) => sql).join(' OR ')}) AND asker_kind = subject_kind AND asker_id = subject_id
     ORDER BY id`,
    conditions.flatMap(({ values }) => values),
    t,
  );
  return (kind, id, noted) => {
    const labels = rows
      .filter((row) => row.kind === kind && row.id === id)
      .map(({ field, ticket }) => `${correctionField(kind, field)?.label ?? field}（工单${ticket}）`);
    const said = labels.length > 0 ? `会员申请更正${labels.join('、')}` : '';
    return [noted, said].filter(Boolean).join('；');
  };
}

function conditionOf(kind: SubjectKind, ids: readonly number[]): Condition[] {
  if (ids.length === 0) return [];
  const [subjects, fields] = [inList([...new Set(ids)]), inList(printedFields(kind))];
  return [
    {
      sql: `subject_kind = '${kind}' AND subject_id IN ${subjects.sql} AND state = 'open' AND field IN ${fields.sql}`,
      values: [...subjects.values, ...fields.values],
    },
  ];
}
