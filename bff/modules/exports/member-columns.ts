import type { FirmRow, LawyerRow } from '../../contract/registry/endpoints.ts';
import type { StaffActor } from '../../actor.ts';
import type { ListPage } from '../../platform/db/keyset.ts';
import { importables } from '../imports/importable.ts';
import type { SheetColumn, Values } from '../imports/sheet-kind.ts';
import { Firm, Lawyer } from '../registry/model.ts';
import { column, type ExportColumn } from './columns.ts';

/** A member with everything that its sheet holds. */
export type MemberLine = Values & { id: number };

/** Finance reads telephone numbers in orders only; whoever keeps the registry may bring the sheet back in. */
const mayReadContacts = ({ roles }: StaffActor) =>
  roles.some((role) => role === 'registrar' || role === 'administrator');

/** Says who is meant, or only when: nothing that could be read back. */
const LEFT_OUT = new Set(['identityNumber', 'firmSinceOn']);

function shown(columns: readonly SheetColumn[], actor: StaffActor): ExportColumn<MemberLine>[] {
  return columns
    .filter(({ field, isContact }) => !LEFT_OUT.has(field) && (!isContact || mayReadContacts(actor)))
    .map(({ label, width, field, show }) => column(label, width, (row) => show(row[field])));
}

/** 律所, under the headings of the sheet that brings them in: unchanged, it says 无变化 there. */
export const firmColumns = (actor: StaffActor): ExportColumn<MemberLine>[] => [
  ...shown(importables.answer.firms.columns, actor),
  column('执业律师人数', 14, (row) => String(row['lawyerCount'] as number)),
];

/** 律师, likewise, without identity numbers. */
export const lawyerColumns = (actor: StaffActor): ExportColumn<MemberLine>[] => [
  ...shown(importables.answer.lawyers.columns, actor),
  column('执业机构', 36, (row) => row['firmName'] as string),
];

/** The rows of a list with everything that is registered of each. */
export async function wholeFirms(page: ListPage<FirmRow>): Promise<ListPage<MemberLine>> {
  const firms = await Firm.findAll({ where: { id: page.items.map(({ id }) => id) } });
  const byId = new Map(firms.map((firm) => [firm.id, firm.get({ plain: true })]));
  return { ...page, items: page.items.map((row) => ({ ...byId.get(row.id), ...row })) };
}

/** The same of lawyers. */
export async function wholeLawyers(page: ListPage<LawyerRow>): Promise<ListPage<MemberLine>> {
  const lawyers = await Lawyer.findAll({
    where: { id: page.items.map(({ id }) => id) },
    attributes: { exclude: ['identitySealed', 'identityIndex'] },
  });
  const firmIds = [...new Set(lawyers.flatMap(({ firmId }) => firmId ?? []))];
  const firms = await Firm.findAll({ where: { id: firmIds }, attributes: ['id', 'licenceNo'] });
  const licenceNos = new Map(firms.map(({ id, licenceNo }) => [id, licenceNo]));
  const byId = new Map(lawyers.map((lawyer) => [lawyer.id, lawyer.get({ plain: true })]));
  const items = page.items.map((row) => ({
    ...byId.get(row.id),
    ...row,
    firmLicenceNo: row.firmId === null ? '无' : (licenceNos.get(row.firmId) ?? ''),
  }));
  return { ...page, items };
}
