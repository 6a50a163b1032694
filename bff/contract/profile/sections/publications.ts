import type { ProfileSection } from '../language.ts';

/** 出版著作. */
export const PUBLICATIONS = {
  key: 'publications',
  label: '出版著作',
  version: 1,
  shape: 'list',
  maxRows: 100,
  noneLabel: '本人无此项',
  title: ['title', 'outlet'],
  sort: ['publishedOn', 'desc'],
  unique: ['title', 'publishedOn'],
  change: 'free',
  privacy: 'P1',
  fields: [
    { key: 'kind', label: '类别', kind: 'code', required: true, options: 'publicationKind', width: 1 },
    { key: 'title', label: '名称', kind: 'text', required: true, max: 120, width: 5 },
    {
      key: 'publishedOn',
      label: '出版（发表）时间',
      kind: 'month',
      required: true,
      notAfter: 'today',
      width: 1,
      example: '2016-09',
    },
    { key: 'outlet', label: '出版社或刊物', kind: 'text', required: true, max: 80, width: 3 },
    {
      key: 'isbn',
      label: 'ISBN',
      kind: 'mask',
      shownIf: { field: 'kind', is: ['monograph', 'joint', 'translation', 'textbook'] },
      pattern: 'isbn',
    },
    { key: 'cnIssue', label: '刊号及期号', kind: 'text', shownIf: { field: 'kind', is: 'paper' }, max: 40 },
    { key: 'rank', label: '排名', kind: 'code', required: true, options: 'authorRank', width: 1 },
    { key: 'thousandWords', label: '字数（千字）', kind: 'whole', min: 1, max: 10_000, width: 1 },
    { key: 'url', label: '链接', kind: 'url', max: 200 },
    { key: 'files', label: '封面及版权页', kind: 'files', max: 5 },
  ],
  rules: ['isbnDigit'],
} as const satisfies ProfileSection;
