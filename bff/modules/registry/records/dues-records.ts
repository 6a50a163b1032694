import type { DuesRow } from '../../../contract/records/endpoints.ts';
import { duesRow } from '../../../contract/records/replies.ts';
import { DUES_STATES, type DuesState } from '../../../contract/records/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofEither, refuse, refuseFuture, refuseSecondOfYear, type RecordKind } from './record-kind.ts';
import { Dues } from './record-model.ts';

export interface DuesData {
  year: number;
  dueFen: number;
  paidFen: number;
  state: DuesState;
  settledOn: string | null;
  remark: string;
}
const source = ofEither('dues');

/** 会费: one account a year and member; next year's may be paid in advance. */
export const duesRecords: RecordKind<DuesRow, DuesData> = {
  label: '会费',
  model: Dues,
  from: source.from,
  row: duesRow,
  columns: `${source.columns}, r.year, r.due_fen AS dueFen, r.paid_fen AS paidFen, r.state, r.settled_on AS settledOn,
    r.remark`,
  order: 'r.year DESC',
  toAttributes: ({ year, dueFen, paidFen, state, settledOn, remark }) => ({
    year,
    dueFen,
    paidFen,
    state,
    settledOn,
    remark,
  }),
  async check(change, t) {
    const { year, settledOn } = change.data;
    if (year > Number(clock.today().slice(0, 4)) + 1) refuse({ year: '最多登记到下一年度的会费' });
    refuseFuture({ settledOn: { label: '缴清日期', on: settledOn } });
    await refuseSecondOfYear(duesRecords, change, t);
  },
  // A letter says that the year is settled.
  letters: ({ before }) => before && { fact: 'dues', before: `${before.year}年度` },
  inWords: ({ year, dueFen, paidFen, state, settledOn, remark }) => ({
    年度: String(year),
    应缴: inYuan(dueFen),
    已缴: inYuan(paidFen),
    状态: DUES_STATES[state],
    缴清日期: settledOn ?? '',
    备注: remark,
  }),
};

const inYuan = (fen: number) => `${(fen / 100).toFixed(2)}元`;
