import type { FirmRow, LawyerRow } from '../../../contract/registry/endpoints.ts';
import type { ListPage } from '../../../platform/db/keyset.ts';
import type { Values } from '../../imports/sheet-kind.ts';
import { Firm, Lawyer } from '../model.ts';

/** A member with everything that its sheet holds, by the sheet's fields. */
export type MemberLine = Values & { id: number };

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
