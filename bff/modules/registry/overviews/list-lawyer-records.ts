import type { AppointmentRow, HoursRow, MemberRecord, PeriodRow } from '../../../contract/records/endpoints.ts';
import { AppError } from '../../../errors.ts';
import { inList, selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { toSearchTerm } from '../facts/search-names.ts';
import { listLawyers } from '../lawyers/list-lawyers.ts';
import { Firm } from '../model.ts';
import { appointmentRecords } from '../records/appointment-records.ts';
import { hoursRecords } from '../records/hours-records.ts';
import { periodRecords } from '../records/period-records.ts';
import type { RecordKind } from '../records/record-kind.ts';

interface Wanted {
  /** Any part of the lawyer's name, or the beginning of the licence number. */
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** 活动学时 of all lawyers, latest entered first. Throws `bad_request` for a search that fits too many lawyers. */
export const listHours = (wanted: Wanted): Promise<ListPage<HoursRow>> => listRecords(hoursRecords, wanted);

/** 律协任职, likewise. */
export const listAppointments = (wanted: Wanted): Promise<ListPage<AppointmentRow>> =>
  listRecords(appointmentRecords, wanted);

/** 执业经历, likewise, with the licence number of the firm where it is one of ours. */
export async function listPeriods(wanted: Wanted): Promise<ListPage<PeriodRow & { firmLicenceNo: string }>> {
  const page = await listRecords(periodRecords, wanted);
  const firms = await Firm.findAll({
    where: { id: [...new Set(page.items.flatMap(({ firmId }) => firmId ?? []))] },
    attributes: ['id', 'licenceNo'],
  });
  const licenceNos = new Map(firms.map(({ id, licenceNo }) => [id, licenceNo]));
  return {
    ...page,
    items: page.items.map((row) => ({ ...row, firmLicenceNo: licenceNos.get(row.firmId ?? 0) ?? '' })),
  };
}

async function listRecords<Row extends MemberRecord, Data>(
  kind: RecordKind<Row, Data>,
  { search, cursor, limit }: Wanted,
): Promise<ListPage<Row>> {
  const term = toSearchTerm(search);
  return selectPage({
    row: kind.row,
    columns: kind.columns,
    from: kind.from,
    counted: kind.from.replace(/ r .*$/s, ' r'),
    where: term === '' ? [] : [await byLawyer(term)],
    order: { by: 'r.id', id: 'r.id', direction: 'descending' },
    cursor,
    limit,
  });
}

/** Lawyers whose records one search looks through; a list of ids longer than that costs more than it finds. */
const MOST_LAWYERS = 500;

async function byLawyer(search: string): Promise<Condition> {
  const lawyers = await listLawyers({ search, limit: MOST_LAWYERS });
  if (lawyers.next) {
    throw new AppError('bad_request', { message: `匹配的律师超过${MOST_LAWYERS}名，请输入更完整的姓名或证号` });
  }
  const { sql, values } = inList(lawyers.items.map(({ id }) => id));
  return { sql: `r.lawyer_id IN ${sql}`, values };
}
