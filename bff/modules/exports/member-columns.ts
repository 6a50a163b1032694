import type { StaffActor } from '../../actor.ts';
import { sectionInForce, type FieldSettings } from '../../contract/profile/field-settings.ts';
import type { SectionKey } from '../../contract/profile/profile.ts';
import { isHandedOut, isInSheet } from '../../contract/profile/sheets.ts';
import type { MemberRecord } from '../../contract/records/endpoints.ts';
import { SUBJECT_KINDS } from '../../contract/registry/enums.ts';
import { importables } from '../imports/importable.ts';
import type { SheetColumn, Values } from '../imports/sheet-kind.ts';
import { cellsOf, FIRM_COLUMN, sectionSheet } from '../profile-imports/reading/section-sheet.ts';
import type { RowInForce } from '../profiles/review/list-in-force.ts';
import type { MemberLine } from '../registry/overviews/whole-members.ts';
import { column, type ExportColumn } from './columns.ts';

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

/** Numbers that people add up. */
const SUMMED = new Set(['hours']);

/** Records about lawyers, under the headings of the sheet that brings them in: unchanged, they say 无变化 there. */
export function lawyerRecordColumns(kind: 'hours' | 'appointments' | 'periods'): ExportColumn<MemberRecord>[] {
  return [
    column('会员类别', 10, (row) => SUBJECT_KINDS[row.subjectKind]),
    column('会员', 20, (row) => row.subjectName),
    column('证号', 22, (row) => row.subjectLicenceNo),
    ...importables.answer[kind].columns
      .filter(({ field }) => field !== 'memberNo')
      .map(({ label, width, field, show }) =>
        column<MemberRecord>(label, width, (row) => {
          const value = (row as unknown as Values)[field];
          return SUMMED.has(field) && typeof value === 'number' ? value : show(value);
        }),
      ),
  ];
}

/**
 * A section of profiles, under the headings of the sheet that brings it in: whose row it is, and every field in force that is
 * handed out at all.
 */
export function profileSectionColumns(key: SectionKey, settings: FieldSettings): ExportColumn<RowInForce>[] {
  const kept = sectionInForce(key, settings).fields.filter((field) => isInSheet(field) && !isHandedOut(key, field));
  const left = new Set(kept.map((field) => field.key));
  return [
    ...sectionSheet(key, settings)
      .columns.filter(({ field }) => !left.has(field))
      .map(({ label, width, field, show }) =>
        column<RowInForce>(label, width, (one) => show(cellsOf({ ...one.row, ...one })[field])),
      ),
    column(FIRM_COLUMN, 36, ({ firmName }) => firmName),
  ];
}
