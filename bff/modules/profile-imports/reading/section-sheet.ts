import { isSensitive, type Row } from '../../../contract/form-reading/fields.ts';
import type { Values } from '../../../contract/forms/language.ts';
import type { ProfileField, ProfileSection } from '../../../contract/profile/language.ts';
import { sectionInForce, type FieldSettings } from '../../../contract/profile/field-settings.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { isInSheet } from '../../../contract/profile/sheets.ts';
import { choiceColumn, nameColumn, numberColumn } from '../../imports/columns.ts';
import type { Header, SheetLine } from '../../imports/read-header.ts';
import { readCells } from '../../imports/judge-row.ts';
import { textOf, type SheetShape } from '../../imports/sheet-kind.ts';
import { fieldColumn } from './field-column.ts';

/** Whose row it is stands in every sheet: the number finds the lawyer, the name must be the registered one. */
const LICENCE = 'rowLicenceNo';
const NAME = 'rowName';
const VARIANT = 'rowVariant';

/** Stands in sheets that were handed out; where somebody works says the registry. */
export const FIRM_COLUMN = '执业机构';

/** Fields of a section that stand in its sheet. */
export const fieldsRead = (section: ProfileSection): readonly ProfileField[] =>
  (section.fields as readonly ProfileField[]).filter(isInSheet);

const sheets = new WeakMap<ProfileSection, SheetShape>();

/** The sheet of a section: its columns are those of the fields in force. */
export function sectionSheet(key: SectionKey, settings: FieldSettings): SheetShape {
  const section = sectionInForce(key, settings);
  const sheet = sheets.get(section) ?? sheetOf(section);
  sheets.set(section, sheet);
  return sheet;
}

function sheetOf(section: ProfileSection): SheetShape {
  const labels = Object.fromEntries(Object.entries(section.variants ?? {}).map(([name, { label }]) => [name, label]));
  return {
    columns: [
      numberColumn('执业证号', LICENCE, { isRequired: true }),
      nameColumn('律师姓名', NAME, { isRequired: true, width: 12 }),
      ...(section.variants ? [choiceColumn('类别（境内或境外）', VARIANT, [labels], { isRequired: true })] : []),
      ...fieldsRead(section).map(fieldColumn),
    ],
    key: section.variants ? [LICENCE, NAME, VARIANT] : [LICENCE, NAME],
    told: [FIRM_COLUMN],
  };
}

/** A row as its columns show it, by their fields. */
export const cellsOf = ({
  licenceNo,
  name,
  variant,
  values,
}: Omit<Row, 'id'> & { licenceNo: string; name: string }): Values => ({
  ...values,
  [LICENCE]: licenceNo,
  [NAME]: name,
  ...(variant !== undefined && { [VARIANT]: variant }),
});

/** The licence number of a row as far as it can be read; '' of none. */
export function licenceOf(line: SheetLine, header: Header): string {
  const at = header.findIndex((column) => column?.field === LICENCE);
  const cell = line.cells[at];
  return cell && 'text' in cell ? cell.text.normalize('NFKC').replace(/\s/g, '').toUpperCase().slice(0, 40) : '';
}

/** A row, as a member would have typed it, with what is wrong in its cells by label of their column. */
export interface ReadRow {
  name: string;
  variant?: string;
  values: Values;
  faults: { column: string; message: string }[];
  /** What is sensitive and stays unread: nobody has said that it may be handed on. */
  isHeldBack: boolean;
}

/** Reads a row of a section's sheet. */
export function readSectionRow(
  key: SectionKey,
  row: { header: Header; line: SheetLine; withSensitive: boolean; sheet: SheetShape },
): ReadRow {
  const { header, line, withSensitive, sheet } = row;
  const section = profileSection(key);
  const { values: read, faults } = readCells({ header, line, sheet });
  const labels = new Map(sheet.columns.map(({ field, label }) => [field, label]));
  const secret = new Set(section.fields.filter((field) => isSensitive(section, field)).map((field) => field.key));
  const kept = Object.entries(read).filter(
    ([field]) => ![LICENCE, NAME, VARIANT].includes(field) && (withSensitive || !secret.has(field)),
  );
  const variant = read[VARIANT];
  return {
    name: textOf(read[NAME]),
    ...(typeof variant === 'string' && { variant }),
    values: Object.fromEntries(kept) as Values,
    faults: Object.entries(faults)
      .filter(([field]) => withSensitive || !secret.has(field))
      .map(([field, message]) => ({ column: labels.get(field) ?? '', message })),
    isHeldBack: !withSensitive && Object.keys(read).some((field) => secret.has(field)),
  };
}
