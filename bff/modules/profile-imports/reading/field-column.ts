import { columnOf } from '../../../contract/form-reading/fields.ts';
import { choicesOf, codeWords, PRESENT, valueWords } from '../../../contract/form-reading/words.ts';
import { addDays } from '../../../contract/dates.ts';
import type { Value } from '../../../contract/forms/language.ts';
import type { ProfileField } from '../../../contract/profile/language.ts';
import { readPlainDate, readYuan, toHalfWidth, toYuan } from '../../../contract/text.ts';
import { CellFault, type SheetColumn } from '../../imports/sheet-kind.ts';
import { OLD_WORDS } from './old-words.ts';
import { readRegion } from './region-words.ts';

/** Tables longer than this are not written out in a fault: the workbook's own notes have them. */
const SHORT_TABLE = 20;
const WIDTHS: Partial<Record<ProfileField['kind'], number>> = { lines: 40, text: 24, region: 28, url: 32, email: 28 };
/** Day 0 of Excel's calendar, which counts a 29 February 1900. */
const EXCEL_DAY_0 = '1899-12-30';

/** The column in which a field of a section stands, read into what a member would have typed. */
export function fieldColumn(field: ProfileField): SheetColumn {
  const choices = labelsOf(field);
  return {
    label: columnOf(field),
    field: field.key,
    isRequired: field.required === true,
    width: WIDTHS[field.kind] ?? 16,
    ...(choices && { choices }),
    read: (text, day) => readValue(field, text, day),
    show: (value) => shown(field, value as Value | undefined),
  };
}

function labelsOf(field: ProfileField): string[] | undefined {
  const { kind, options } = field;
  if (kind === 'flag') return ['是', '否'];
  if (options === undefined || (kind !== 'code' && kind !== 'codes')) return undefined;
  return choicesOf(field).map(({ label }) => label);
}

/** As the column is written: an amount without its unit, so that it reads back. */
const shown = (field: ProfileField, value: Value | undefined): string =>
  field.kind === 'fen' && typeof value === 'number' ? toYuan(value) : valueWords(field, value);

/** What a cell says, as a member would have typed it; what is wrong in it beyond that, the section's own rules find. */
function readValue(field: ProfileField, text: string, day?: string): Value {
  switch (field.kind) {
    case 'date':
      return field.mayBePresent && /^(?:至今|现在)$/.test(text) ? PRESENT : dayOf(text, day);
    case 'month':
      return dayOf(text, day).replace(/^(\d{4}-\d{2})-\d{2}$/, '$1');
    case 'year':
      return toHalfWidth(text)
        .replace(/年$/, '')
        .replace(/^(\d{4})-\d{2}-\d{2}$/, '$1');
    case 'fen': {
      const fen = readYuan(text);
      if (Number.isNaN(fen)) throw new CellFault('金额应为数字，最多两位小数，例如 1200 或 1,200.50');
      return fen;
    }
    case 'whole':
      return toHalfWidth(text).replace(/[,\s]/g, '').replace(/\.0+$/, '');
    case 'flag':
      return flagOf(text);
    case 'code':
      return codeOf(field, text);
    case 'codes':
      return text
        .split(/[、,，;；/\s]+/)
        .filter(Boolean)
        .map((one) => codeOf(field, one));
    case 'region': {
      const code = readRegion(text);
      if (code === null) throw new CellFault('应为省市区县的全称或六位代码，例如 广东省珠海市香洲区，境外填国家或地区');
      return code;
    }
    default:
      return text;
  }
}

/** A day where it is one, else as it stands: months and faults are the field's own. */
function dayOf(text: string, counted: string | undefined): string {
  if (/^[2-5]\d{4}(?:\.\d+)?$/.test(text)) return counted ?? addDays(EXCEL_DAY_0, Math.floor(Number(text)));
  return readPlainDate(text) ?? text;
}

function flagOf(text: string): boolean {
  const said = spelled(text);
  if (['是', '有', '√', 'y', 'yes', '1', 'true'].includes(said)) return true;
  if (['否', '无', '×', 'n', 'no', '0', 'false'].includes(said)) return false;
  throw new CellFault('应为：是、否');
}

const spelled = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** A key of the table by its label of today, by one of before, or by the key itself. */
function codeOf(field: ProfileField, text: string): string {
  const options: string = field.options ?? '';
  const said = spelled(text);
  const choices = choicesOf(field);
  const own = choices.find(({ code, label }) => spelled(label) === said || spelled(code) === said);
  // 汉 for 汉族: many lists leave the last character out.
  const people = options === 'ethnicity' ? choices.find(({ label }) => label === `${said}族`) : undefined;
  const old = OLD_WORDS[options as keyof typeof OLD_WORDS]?.[said];
  const found = own?.code ?? people?.code ?? old;
  if (found !== undefined && (own !== undefined || codeWords(options, found) !== null)) return found;
  throw new CellFault(
    choices.length <= SHORT_TABLE
      ? `应为：${choices.map(({ label }) => label).join('、')}`
      : '不是可以选择的内容，可以填写的见模板中的“填写说明”',
  );
}
