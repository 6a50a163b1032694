import type { FormerNameRow } from '../../../contract/records/endpoints.ts';
import { formerNameRow } from '../../../contract/records/replies.ts';
import { Firm, FirmFormerName } from '../model.ts';
import { ofFirm, recordsOf, refuse, refuseFuture, type RecordKind } from './record-kind.ts';

export interface FormerNameData {
  name: string;
  untilOn: string;
}
const source = ofFirm('firm_former_names');

/** 曾用名: a renamed firm gains one by itself (update-firm.ts); here earlier ones are added and slips corrected. */
export const formerNameRecords: RecordKind<FormerNameRow, FormerNameData> = {
  label: '曾用名',
  model: FirmFormerName,
  from: source.from,
  row: formerNameRow,
  columns: `${source.columns}, r.name, r.until_on AS untilOn`,
  order: 'r.until_on DESC, r.id DESC',
  toAttributes: ({ name, untilOn }) => ({ name, untilOn }),
  async check({ subject, stored, data }, t) {
    refuseFuture({ untilOn: { label: '使用截止日期', on: data.untilOn } });
    const firm = await Firm.findByPk(subject.subjectId, { transaction: t, rejectOnEmpty: true });
    if (data.untilOn < firm.approvedOn) refuse({ untilOn: `不能早于该所批准日期${firm.approvedOn}` });
    const others = (await recordsOf(formerNameRecords, subject, t)).filter(({ id }) => id !== stored?.id);
    const sameDay = others.find(({ untilOn }) => untilOn === data.untilOn);
    if (sameDay) refuse({ untilOn: `名称“${sameDay.name}”也使用至这一天，请核对` });
  },
  // Letters of a period speak of a firm that bore one name all the time; others may print the former one.
  letters: ({ before, after }) => ({
    fact: 'former-name',
    before: before?.name ?? '',
    effectiveOn: after?.untilOn ?? null,
  }),
  inWords: ({ name, untilOn }) => ({ 曾用名: name, 使用至: untilOn }),
};
