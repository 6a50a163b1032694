import type { ProfileSection } from '../language.ts';

/** 获奖情况. */
export const AWARDS = {
  key: 'awards',
  label: '获奖情况',
  version: 1,
  shape: 'list',
  maxRows: 60,
  noneLabel: '本人无此项',
  title: ['title', 'issuer'],
  sort: ['awardedOn', 'desc'],
  unique: ['awardedOn', 'title'],
  change: 'review',
  privacy: 'P1',
  fields: [
    { key: 'awardedOn', label: '获奖日期', kind: 'date', required: true, notAfter: 'today', width: 2 },
    { key: 'title', label: '奖项或荣誉名称', kind: 'text', required: true, max: 80, width: 5 },
    { key: 'issuer', label: '授予单位', kind: 'text', required: true, max: 80, width: 3 },
    { key: 'level', label: '级别', kind: 'code', required: true, options: 'awardLevel', width: 2 },
    { key: 'kind', label: '类别', kind: 'code', required: true, options: 'awardKind' },
    { key: 'holder', label: '获奖对象', kind: 'code', required: true, options: 'holder' },
    {
      key: 'role',
      label: '本人在其中的角色',
      kind: 'text',
      required: true,
      shownIf: { field: 'holder', is: 'group' },
      max: 40,
    },
    { key: 'documentNo', label: '文号', kind: 'text', max: 40 },
    { key: 'files', label: '证书或文件', kind: 'files', max: 5 },
  ],
  rules: [],
} as const satisfies ProfileSection;
