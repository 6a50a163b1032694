import { recordEndpoints, type FormerNameRow, type MergerRow } from '../../../bff/contract/records/endpoints.ts';
import { MAX_RECORD_REMARK } from '../../../bff/contract/limits.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import type { RecordSpec } from './record-spec.tsx';

export type FormerNameValues = { name: string; untilOn: string };

export const formerNames: RecordSpec<FormerNameRow, FormerNameValues> = {
  slug: 'former-names',
  label: '曾用名',
  empty: '没有曾用名',
  endpoints: {
    show: recordEndpoints.showFormerName,
    create: recordEndpoints.createFormerName,
    update: recordEndpoints.updateFormerName,
    remove: recordEndpoints.removeFormerName,
  },
  fields: () => [
    { name: 'name', label: '曾用名', kind: 'text', isRequired: true, isWide: true },
    {
      name: 'untilOn',
      label: '使用至',
      kind: 'date',
      isRequired: true,
      hint: '使用该名称的最后一天；现在改名请在“修改”中办理，系统会自动记下原名',
    },
  ],
  initial: () => ({ name: '', untilOn: '' }),
  toValues: ({ name, untilOn }) => ({ name, untilOn }),
  toInput: (values) => values,
  nameOf: ({ name }) => name,
  summary: ({ name, untilOn }) => (
    <>
      {name}{' '}
      <span className="quiet figures">
        <WholeTimes words={`使用至 ${untilOn}`} />
      </span>
    </>
  ),
};

export type MergerValues = { otherFirmName: string; mergedOn: string; remark: string };

export const mergers: RecordSpec<MergerRow, MergerValues> = {
  slug: 'mergers',
  label: '合并',
  empty: '没有合并记录',
  endpoints: {
    show: recordEndpoints.showMerger,
    create: recordEndpoints.createMerger,
    update: recordEndpoints.updateMerger,
    remove: recordEndpoints.removeMerger,
  },
  fields: () => [
    { name: 'otherFirmName', label: '合并对方名称', kind: 'text', isRequired: true, isWide: true },
    { name: 'mergedOn', label: '合并日期', kind: 'date', isRequired: true },
    {
      name: 'remark',
      label: '备注',
      kind: 'paragraph',
      max: MAX_RECORD_REMARK,
      isWide: true,
      hint: '例如吸收合并、批准文号',
    },
  ],
  initial: () => ({ otherFirmName: '', mergedOn: '', remark: '' }),
  toValues: ({ otherFirmName, mergedOn, remark }) => ({ otherFirmName, mergedOn, remark }),
  toInput: (values) => values,
  nameOf: ({ otherFirmName }) => `与${otherFirmName}的合并`,
  summary: ({ otherFirmName, mergedOn, remark }) => (
    <>
      {otherFirmName}{' '}
      <span className="quiet figures">
        <WholeTimes words={[`${mergedOn} 合并`, remark].filter(Boolean).join(' · ')} />
      </span>
    </>
  ),
};
