import type { PeriodRow } from '../../../contract/records/endpoints.ts';
import { periodRow } from '../../../contract/records/replies.ts';
import { AppError } from '../../../errors.ts';
import { Firm, Lawyer, LawyerFirmPeriod } from '../model.ts';
import { ofLawyer, recordsOf, refuse, refuseFuture, type RecordKind } from './record-kind.ts';
import { describePeriod, firstOverlap } from '../rules.ts';

export interface PeriodData {
  firmId: number | null;
  outsideFirmName: string;
  fromOn: string;
  untilOn: string | null;
}
const source = ofLawyer('lawyer_firm_periods');

/**
 * 执业经历: earlier periods are added and slips corrected here; the present one begins and ends with the lawyer's own
 * record (update-lawyer.ts), only its first day can be corrected.
 */
export const periodRecords: RecordKind<PeriodRow, PeriodData> = {
  label: '执业经历',
  model: LawyerFirmPeriod,
  from: `${source.from} LEFT JOIN firms p ON p.id = r.firm_id`,
  row: periodRow,
  columns: `${source.columns}, r.firm_id AS firmId, COALESCE(p.name, r.outside_firm_name) AS firmName,
    r.outside_firm_name AS outsideFirmName, r.from_on AS fromOn, r.until_on AS untilOn`,
  order: 'r.from_on DESC',
  toAttributes: ({ firmId, outsideFirmName, fromOn, untilOn }) => ({ firmId, outsideFirmName, fromOn, untilOn }),
  async check({ subject, stored, data }, t) {
    refuseFuture({
      fromOn: { label: '起始日期', on: data.fromOn },
      untilOn: { label: '截止日期', on: data.untilOn },
    });
    const lawyer = await Lawyer.findByPk(subject.subjectId, { transaction: t, rejectOnEmpty: true });
    if (data.fromOn < lawyer.firstPractisedOn) {
      refuse({ fromOn: `不能早于首次执业日期${lawyer.firstPractisedOn}，请先核对该律师的首次执业日期` });
    }
    if (data.firmId !== null && (await Firm.count({ where: { id: data.firmId }, transaction: t })) === 0) {
      refuse({ firmId: '没有找到该执业机构，请重新选择' });
    }
    refuseMove(lawyer, stored, data);
    const others = (await recordsOf(periodRecords, subject, t)).filter(({ id }) => id !== stored?.id);
    const overlap = firstOverlap(data, others);
    if (overlap) refuse({ fromOn: `与在${overlap.firmName}执业的时间（${describePeriod(overlap)}）重叠` });
  },
  async refuseRemoval(row, t) {
    const lawyer = await Lawyer.findByPk(row.subjectId, { transaction: t, rejectOnEmpty: true });
    if (isPresent(lawyer, row))
      throw new AppError('wrong_state', { message: `这是现执业机构，不能删除。${ELSEWHERE}` });
  },
  // A table of the history is whole or untrue: one more belongs into it as well.
  letters: ({ before }) => ({ fact: 'history', before: before ? describePeriod(before) : '' }),
  inWords: (row) => ({ 机构: row.firmName, 起止: describePeriod(row) }),
};

const ELSEWHERE = '转所、停止执业和注销请在该律师的“修改”中办理';

interface Practice {
  firmId: number | null;
  untilOn: string | null;
}

/** The period in which the lawyer practises today. */
const isPresent = (lawyer: Lawyer, { firmId, untilOn }: Practice) =>
  untilOn === null && firmId !== null && lawyer.status === 'active' && lawyer.firmId === firmId;

/** The history must not say that a lawyer came or left when the lawyer's own record does not. */
function refuseMove(lawyer: Lawyer, stored: PeriodRow | null, data: PeriodData): void {
  if (stored && isPresent(lawyer, stored)) {
    if (data.firmId !== stored.firmId) refuse({ firmId: `这是现执业机构，不能改为其他机构。${ELSEWHERE}` });
    if (data.untilOn !== null) refuse({ untilOn: `这是现执业机构，不能填写截止日期。${ELSEWHERE}` });
  } else if (data.untilOn === null && !isPresent(lawyer, data)) {
    refuse({ untilOn: '只有现执业机构可以不填截止日期，请填写' });
  }
}
