import type { ProfileSection } from '../language.ts';

/** 社会兼职. */
export const SOCIAL_POSTS = {
  key: 'socialPosts',
  label: '社会兼职',
  version: 1,
  shape: 'list',
  maxRows: 60,
  noneLabel: '本人无此项',
  title: ['organisation', 'position'],
  sort: ['fromOn', 'desc'],
  change: 'free',
  privacy: 'P1',
  fields: [
    { key: 'organisation', label: '组织或单位', kind: 'text', required: true, max: 60, width: 5 },
    { key: 'position', label: '职务', kind: 'text', required: true, max: 40, width: 2 },
    { key: 'kind', label: '类别', kind: 'code', required: true, options: 'socialPostKind', width: 2 },
    { key: 'level', label: '级别', kind: 'code', options: 'level', width: 1 },
    { key: 'fromOn', label: '起', kind: 'date', required: true, notAfter: 'today', width: 1 },
    {
      key: 'untilOn',
      label: '止',
      kind: 'date',
      required: true,
      notBefore: { field: 'fromOn' },
      mayBePresent: true,
      width: 1,
    },
    { key: 'isPaid', label: '是否取酬', kind: 'flag' },
    { key: 'files', label: '聘书', kind: 'files', max: 5 },
  ],
  rules: [],
} as const satisfies ProfileSection;
