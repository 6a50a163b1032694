import type { MergerRow } from '../../../contract/records/endpoints.ts';
import { mergerRow } from '../../../contract/records/replies.ts';
import { Firm } from '../model.ts';
import { ofFirm, refuse, refuseFuture, type RecordKind } from './record-kind.ts';
import { FirmMerger } from './record-model.ts';

export interface MergerData {
  otherFirmName: string;
  mergedOn: string;
  remark: string;
}
const source = ofFirm('firm_mergers');

/** 律所合并. */
export const mergerRecords: RecordKind<MergerRow, MergerData> = {
  label: '律所合并',
  model: FirmMerger,
  from: source.from,
  row: mergerRow,
  columns: `${source.columns}, r.other_firm_name AS otherFirmName, r.merged_on AS mergedOn, r.remark`,
  order: 'r.merged_on DESC, r.id DESC',
  toAttributes: ({ otherFirmName, mergedOn, remark }) => ({ otherFirmName, mergedOn, remark }),
  async check({ subject, data }, t) {
    refuseFuture({ mergedOn: { label: '合并日期', on: data.mergedOn } });
    const firm = await Firm.findByPk(subject.subjectId, { transaction: t, rejectOnEmpty: true });
    if (data.mergedOn < firm.approvedOn) refuse({ mergedOn: `不能早于该所批准日期${firm.approvedOn}` });
    if (data.otherFirmName === firm.name) refuse({ otherFirmName: '请填写合并另一方的名称' });
  },
  // Letters of a period speak of a firm that was one all the time; others may print the name.
  letters: ({ before, after }) => ({
    fact: 'merger',
    before: before?.otherFirmName ?? '',
    effectiveOn: after?.mergedOn ?? null,
  }),
  inWords: ({ otherFirmName, mergedOn, remark }) => ({ 合并对方: otherFirmName, 合并日期: mergedOn, 备注: remark }),
};
