import type { Row } from '../../../contract/form-reading/fields.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import { ProfileSectionRow } from '../model.ts';
import { rowsOf } from '../facts/stored.ts';

/** What stands in each section, what is sensitive opened. */
export type WholeSections = { key: SectionKey; rows: Row[]; saidNone: boolean }[];

/** The working copy of a lawyer's profile, whole, for the lawyer alone: 下载我的信息. What is not asked for any more too. */
export async function readWholeSections(lawyerId: number): Promise<WholeSections> {
  const rows = await ProfileSectionRow.findAll({ where: { lawyerId }, order: ['id'] });
  return rows.map((row) => ({ key: row.section, rows: rowsOf(row), saidNone: row.saidNone }));
}
