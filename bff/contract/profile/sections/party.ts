import type { ProfileSection } from '../language.ts';

/** 党员信息, of members and probationary members of the Communist Party; after the party’s own collection form. */
export const PARTY = {
  key: 'party',
  label: '党员信息',
  version: 1,
  shape: 'single',
  shownIf: { field: 'politicalStatus', includes: ['01', '02'] },
  maxRows: 1,
  title: ['branch'],
  sort: null,
  change: 'review',
  privacy: 'P2',
  fields: [
    {
      key: 'joinedOn',
      label: '入党时间',
      kind: 'date',
      required: true,
      notBefore: 'birth+18y',
      notAfter: 'today',
      width: 2,
    },
    {
      key: 'fullOn',
      label: '转正时间',
      kind: 'date',
      required: { field: 'politicalStatus', includes: '01' },
      shownIf: { field: 'politicalStatus', includes: '01' },
      notBefore: { field: 'joinedOn' },
      notAfter: 'today',
      width: 2,
    },
    { key: 'branch', label: '所在党支部', kind: 'text', required: true, max: 60, width: 4 },
    { key: 'branchKind', label: '支部类型', kind: 'code', required: true, options: 'branchKind' },
    { key: 'relationAt', label: '组织关系所在', kind: 'text', required: true, max: 60, width: 2 },
    { key: 'movedInOn', label: '组织关系转入时间', kind: 'date', notAfter: 'today' },
    { key: 'post', label: '党内职务', kind: 'code', required: true, options: 'partyPost', width: 2 },
    { key: 'isFloating', label: '流动党员', kind: 'flag' },
    { key: 'note', label: '说明', kind: 'lines', max: 100 },
  ],
  rules: ['fullMember'],
} as const satisfies ProfileSection;
