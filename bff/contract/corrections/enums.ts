import { FIRM_KINDS, LAWYER_CATEGORIES, SEXES, type SubjectKind } from '../registry/enums.ts';

/** What became of a request for correction. */
export const CORRECTION_STATES = { open: '待处理', adopted: '已更正', refused: '不采纳', withdrawn: '已撤回' } as const;
export type CorrectionState = keyof typeof CORRECTION_STATES;

/**
 * How the wanted value is given. `words`: told in words, and entered by staff on the registry's own page; `identity`: told
 * in words, and the number read off its picture by staff; `transfer`: a firm and a day (`transferOf`).
 */
export const CORRECTION_INPUTS = [
  'line',
  'digits',
  'day',
  'sex',
  'category',
  'firmKind',
  'words',
  'identity',
  'transfer',
] as const;
export type CorrectionInput = (typeof CORRECTION_INPUTS)[number];

/** A move as it is kept: number of the new firm, the day of the move, and what the firm is called; null: it is none. */
export function transferOf(value: string): { licenceNo: string; on: string; firmName: string } | null {
  const [, licenceNo, on, firmName] = /^(\d{17}) (\d{4}-\d{2}-\d{2})(?: (.+))?$/.exec(value) ?? [];
  return licenceNo === undefined || on === undefined ? null : { licenceNo, on, firmName: firmName ?? '' };
}

/** What may be chosen, for each input that is a choice: key → as it is shown. */
export const CORRECTION_CHOICES = { sex: SEXES, category: LAWYER_CATEGORIES, firmKind: FIRM_KINDS } as const;

/** A value as it is shown; keys of a choice are turned into their words. */
export function correctionWords(input: CorrectionInput, value: string): string {
  if (input === 'transfer') {
    const move = transferOf(value);
    return move ? `${move.firmName}（${move.licenceNo}），自${move.on}起` : value;
  }
  if (!(input === 'sex' || input === 'category' || input === 'firmKind')) return value;
  const choices: Readonly<Record<string, string>> = CORRECTION_CHOICES[input];
  return choices[value] ?? value;
}

export interface CorrectionField {
  label: string;
  input: CorrectionInput;
  /** Letters rest on it: while the member's own request is open, a person looks at whatever is applied for. */
  isPrinted: boolean;
  /** A firm may say of its own lawyer that it is wrong; of no other does it see the value. */
  isClaimable?: true;
}

/**
 * What members may say is wrong, by whose entry it is. What no single value says (a list, a number whose document must
 * be seen, a change that needs a day) is told in `words`.
 */
export const CORRECTION_FIELDS = {
  firm: {
    name: { label: '名称', input: 'line', isPrinted: true },
    englishName: { label: '英文名称', input: 'line', isPrinted: true },
    kind: { label: '机构类别', input: 'firmKind', isPrinted: true },
    licenceNo: { label: '执业许可证号', input: 'digits', isPrinted: true },
    uscc: { label: '统一社会信用代码', input: 'digits', isPrinted: true },
    approvedOn: { label: '批准日期', input: 'day', isPrinted: true },
    address: { label: '办公地址', input: 'line', isPrinted: true },
    personInCharge: { label: '负责人', input: 'line', isPrinted: false },
    phone: { label: '电话', input: 'digits', isPrinted: false },
    email: { label: '邮箱', input: 'line', isPrinted: false },
    status: { label: '状态', input: 'words', isPrinted: true },
    formerNames: { label: '曾用名', input: 'words', isPrinted: false },
    mergers: { label: '律所合并', input: 'words', isPrinted: false },
    assessments: { label: '年度考核', input: 'words', isPrinted: false },
    dues: { label: '会费', input: 'words', isPrinted: false },
    discipline: { label: '行业处分', input: 'words', isPrinted: false },
  },
  lawyer: {
    name: { label: '姓名', input: 'line', isPrinted: true, isClaimable: true },
    latinName: { label: '拉丁字母姓名', input: 'line', isPrinted: true },
    sex: { label: '性别', input: 'sex', isPrinted: true },
    licenceNo: { label: '执业证号', input: 'digits', isPrinted: true, isClaimable: true },
    category: { label: '执业类别', input: 'category', isPrinted: true, isClaimable: true },
    transfer: { label: '执业机构变更（转所）', input: 'transfer', isPrinted: true, isClaimable: true },
    firm: { label: '执业机构', input: 'words', isPrinted: true, isClaimable: true },
    firstPractisedOn: { label: '首次执业日期', input: 'day', isPrinted: true },
    joinedOn: { label: '入会日期', input: 'day', isPrinted: true },
    status: { label: '状态', input: 'words', isPrinted: true, isClaimable: true },
    identity: { label: '证件类型和号码', input: 'identity', isPrinted: true },
    phone: { label: '电话', input: 'digits', isPrinted: false },
    email: { label: '邮箱', input: 'line', isPrinted: false },
    periods: { label: '执业经历', input: 'words', isPrinted: true },
    appointments: { label: '律协任职', input: 'words', isPrinted: false },
    hours: { label: '活动学时', input: 'words', isPrinted: false },
    assessments: { label: '年度考核', input: 'words', isPrinted: false },
    dues: { label: '会费', input: 'words', isPrinted: false },
    discipline: { label: '行业处分', input: 'words', isPrinted: false },
  },
} as const satisfies Record<SubjectKind, Record<string, CorrectionField>>;
export type CorrectionFieldKey = keyof typeof CORRECTION_FIELDS.firm | keyof typeof CORRECTION_FIELDS.lawyer;

/** Every field of either kind, once. */
export const CORRECTION_FIELD_KEYS = [
  ...new Set(Object.values(CORRECTION_FIELDS).flatMap((fields) => Object.keys(fields))),
] as [CorrectionFieldKey, ...CorrectionFieldKey[]];

/** What is said of a field of this kind of subject; null: it has none of that name. */
export function correctionField(kind: SubjectKind, field: string): CorrectionField | null {
  const fields: Readonly<Record<string, CorrectionField>> = CORRECTION_FIELDS[kind];
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
}

/** Fields of this kind on which letters rest. */
export const printedFields = (kind: SubjectKind): string[] =>
  Object.entries<CorrectionField>(CORRECTION_FIELDS[kind])
    .filter(([, { isPrinted }]) => isPrinted)
    .map(([field]) => field);
