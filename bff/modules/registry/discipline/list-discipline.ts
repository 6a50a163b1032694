import type { DisciplineRow } from '../../../contract/registry/endpoints.ts';
import { disciplineRow } from '../../../contract/registry/replies.ts';
import type { DisciplineState, SubjectKind } from '../../../contract/registry/enums.ts';
import { comparedDocumentNo, DOCUMENT_SIGNS } from '../../../contract/plain-characters.ts';
import { select } from '../../../platform/db/database.ts';
import { orderOf, selectPage, type OrderOf, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { AppError } from '../../../errors.ts';
import type { Transaction } from 'sequelize';
import { toNameKey, toSearchTerm } from '../facts/search-names.ts';

/** SQL of `comparedDocumentNo`. */
const compared = (column: string) =>
  DOCUMENT_SIGNS.reduce((sql, [typed, sign]) => `REPLACE(${sql}, '${typed}', '${sign}')`, `LOWER(${column})`);

const COLUMNS = `d.id, CASE WHEN d.firm_id IS NULL THEN 'lawyer' ELSE 'firm' END AS subjectKind,
  COALESCE(d.firm_id, d.lawyer_id) AS subjectId, COALESCE(f.name, l.name) AS subjectName,
  COALESCE(f.licence_no, l.licence_no) AS subjectLicenceNo, d.kind, d.state, d.document_no AS documentNo,
  d.decided_on AS decidedOn, d.effective_from_on AS effectiveFromOn, d.effective_until_on AS effectiveUntilOn,
  d.remark, d.version,
  (SELECT COUNT(*) FROM discipline_records o WHERE d.document_no <> '' AND o.id <> d.id
    AND (o.firm_id = d.firm_id OR o.lawyer_id = d.lawyer_id)
    AND ${compared('o.document_no')} = ${compared('d.document_no')}) AS sameDocument`;
const FROM = `discipline_records d LEFT JOIN firms f ON f.id = d.firm_id LEFT JOIN lawyers l ON l.id = d.lawyer_id`;

// A province keeps thousands of records, not millions: those without a day are sorted among them.
const SORTS = { decidedOn: { by: "COALESCE(d.decided_on, '')", id: 'd.id' } } as const;

/** 行业处分, latest first. `search`: any part of the subject's name, licence number or the document number. */
export async function listDiscipline(filter: {
  search?: string | undefined;
  state?: DisciplineState | undefined;
  subjectKind?: SubjectKind | undefined;
  subjectId?: number | undefined;
  order?: OrderOf<keyof typeof SORTS> | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<DisciplineRow>> {
  const where: Condition[] = [];
  if (filter.state) where.push({ sql: 'd.state = ?', values: [filter.state] });
  where.push(...bySubject(filter.subjectKind, filter.subjectId));
  const term = toSearchTerm(filter.search);
  if (term !== '') where.push(bySearch(term));
  return selectPage({
    row: disciplineRow,
    columns: COLUMNS,
    from: FROM,
    where,
    order: orderOf(filter.order, SORTS, { by: 'd.id', id: 'd.id', direction: 'descending' }),
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

function bySubject(kind: SubjectKind | undefined, id: number | undefined): Condition[] {
  if (id !== undefined) {
    const columns = kind ? [`d.${kind}_id`] : ['d.firm_id', 'd.lawyer_id'];
    return [{ sql: columns.map((column) => `${column} = ?`).join(' OR '), values: columns.map(() => id) }];
  }
  return kind ? [{ sql: `d.${kind}_id IS NOT NULL`, values: [] }] : [];
}

// A province keeps thousands of records, not millions: they are looked through.
function bySearch(term: string): Condition {
  const number = term.toUpperCase();
  return {
    sql: `INSTR(f.name_key, ?) > 0 OR INSTR(l.name_key, ?) > 0 OR INSTR(f.licence_no, ?) > 0
      OR INSTR(l.licence_no, ?) > 0 OR INSTR(${compared('d.document_no')}, ?) > 0`,
    values: [toNameKey(term, 'firm'), toNameKey(term, 'lawyer'), number, number, comparedDocumentNo(term)],
  };
}

/** One discipline record with its subject. Throws `not_found`. */
export async function findDiscipline({ id }: { id: number }, t?: Transaction): Promise<DisciplineRow> {
  const [row] = await select(disciplineRow, `SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = ?`, [id], t);
  if (!row) throw new AppError('not_found');
  return row;
}

/** Every discipline record about one member, the latest first. */
export async function disciplineOf(subject: { subjectKind: SubjectKind; subjectId: number }): Promise<DisciplineRow[]> {
  return select(
    disciplineRow,
    `SELECT ${COLUMNS} FROM ${FROM} WHERE d.${subject.subjectKind}_id = ? ORDER BY d.id DESC`,
    [subject.subjectId],
  );
}
