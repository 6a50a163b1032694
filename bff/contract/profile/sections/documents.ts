import type { ProfileSection } from '../language.ts';

/** 证明材料. */
export const DOCUMENTS = {
  key: 'documents',
  label: '证明材料',
  version: 1,
  shape: 'list',
  minRows: 1,
  maxRows: 40,
  title: ['kind', 'title'],
  sort: ['kind', 'asc'],
  change: 'review',
  privacy: 'P2',
  fields: [
    { key: 'kind', label: '类别', kind: 'code', required: true, options: 'documentKind' },
    {
      key: 'title',
      label: '名称',
      kind: 'text',
      required: true,
      shownIf: { field: 'kind', is: 'other' },
      max: 40,
      width: 12,
    },
    { key: 'validUntil', label: '有效期至', kind: 'date' },
    { key: 'files', label: '文件', kind: 'files', required: true, max: 5 },
  ],
  rules: ['requiredDocuments'],
} as const satisfies ProfileSection;
