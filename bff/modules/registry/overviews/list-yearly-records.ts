import type { AssessmentRow, DuesRow, MemberRecord } from '../../../contract/records/endpoints.ts';
import type { AssessmentState, DuesState } from '../../../contract/records/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { AppError } from '../../../errors.ts';
import { inList, selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { assessmentRecords } from '../records/assessment-records.ts';
import { duesRecords } from '../records/dues-records.ts';
import { listFirms } from '../firms/list-firms.ts';
import { listLawyers } from '../lawyers/list-lawyers.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { toSearchTerm } from '../facts/search-names.ts';

interface YearlyFilter<State> {
  /** Any part of the member's name, or the beginning of the licence number. */
  search?: string | undefined;
  year?: number | undefined;
  state?: State | undefined;
  subjectKind?: SubjectKind | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** 年度考核 of all members, latest entered first. Throws `bad_request` for a search that fits too many members. */
export const listAssessments = (filter: YearlyFilter<AssessmentState>): Promise<ListPage<AssessmentRow>> =>
  listYearly(assessmentRecords, filter);

/** 会费 of all members, latest entered first. Throws `bad_request` for a search that fits too many members. */
export const listDues = (filter: YearlyFilter<DuesState>): Promise<ListPage<DuesRow>> =>
  listYearly(duesRecords, filter);

async function listYearly<Row extends MemberRecord, Data>(
  kind: RecordKind<Row, Data>,
  { search, year, state, subjectKind, cursor, limit }: YearlyFilter<string>,
): Promise<ListPage<Row>> {
  const where: Condition[] = [];
  if (year !== undefined) where.push({ sql: 'r.year = ?', values: [year] });
  if (state) where.push({ sql: 'r.state = ?', values: [state] });
  if (subjectKind) where.push({ sql: `r.${subjectKind}_id IS NOT NULL`, values: [] });
  const term = toSearchTerm(search);
  if (term !== '') where.push(await byMember(term));
  return selectPage({
    row: kind.row,
    columns: kind.columns,
    from: kind.from,
    // The joins only name the member: counting needs none of them.
    counted: kind.from.replace(/ r .*$/s, ' r'),
    where,
    order: { by: 'r.id', id: 'r.id', direction: 'descending' },
    cursor,
    limit,
  });
}

/** Members whose records one search looks through; a list of ids longer than that costs more than it finds. */
const MOST_MEMBERS = 500;

// The members are found first, by the indexes of their names and numbers: a million records are not looked through.
async function byMember(search: string): Promise<Condition> {
  const [firms, lawyers] = [
    await listFirms({ search, limit: MOST_MEMBERS }),
    await listLawyers({ search, limit: MOST_MEMBERS }),
  ];
  if (firms.next ?? lawyers.next) {
    throw new AppError('bad_request', { message: `匹配的会员超过${MOST_MEMBERS}名，请输入更完整的名称或证号` });
  }
  const firmIds = inList(firms.items.map(({ id }) => id));
  const lawyerIds = inList(lawyers.items.map(({ id }) => id));
  return {
    sql: `r.firm_id IN ${firmIds.sql} OR r.lawyer_id IN ${lawyerIds.sql}`,
    values: [...firmIds.values, ...lawyerIds.values],
  };
}
