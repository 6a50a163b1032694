import type { ProfileSection } from '../language.ts';

/** 其它专业资格. */
export const QUALIFICATIONS = {
  key: 'qualifications',
  label: '其它专业资格',
  version: 1,
  shape: 'list',
  maxRows: 40,
  noneLabel: '本人无此项',
  title: ['kind', 'name', 'certificateNo'],
  sort: ['issuedOn', 'desc'],
  unique: ['kind', 'certificateNo'],
  change: 'review',
  privacy: 'P1',
  fields: [
    { key: 'kind', label: '资格', kind: 'code', required: true, options: 'qualificationKind', width: 3 },
    {
      key: 'name',
      label: '资格名称',
      kind: 'text',
      required: true,
      shownIf: { field: 'kind', is: ['other', 'foreign_lawyer'] },
      max: 40,
      width: 2,
    },
    {
      key: 'country',
      label: '国家/地区',
      kind: 'code',
      required: true,
      shownIf: { field: 'kind', is: 'foreign_lawyer' },
      options: 'country',
      width: 1,
    },
    { key: 'certificateNo', label: '证书编号', kind: 'text', required: true, max: 40, width: 2 },
    { key: 'issuer', label: '发证机构', kind: 'text', required: true, max: 60, width: 2 },
    { key: 'issuedOn', label: '取得日期', kind: 'date', required: true, notAfter: 'today', width: 1 },
    { key: 'validUntil', label: '有效期至', kind: 'date', notBefore: { field: 'issuedOn' }, width: 1 },
    { key: 'isPractising', label: '是否执业', kind: 'flag' },
    { key: 'files', label: '证书', kind: 'files', required: true, max: 5 },
  ],
  rules: [],
} as const satisfies ProfileSection;
