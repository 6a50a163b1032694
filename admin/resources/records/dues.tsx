import { shanghaiYear } from '../../../bff/contract/dates.ts';
import { recordEndpoints, type DuesRow } from '../../../bff/contract/records/endpoints.ts';
import { DUES_STATES, type DuesState } from '../../../bff/contract/records/enums.ts';
import { MAX_RECORD_REMARK } from '../../../bff/contract/limits.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { readYuan } from '../../../bff/contract/text.ts';
import { formatYuan, toYuanInput } from '../../ui/form/money.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import type { RecordSpec } from './record-spec.tsx';

/** Money is typed in yuan; the names are those of the server's faults. */
export type DuesValues = {
  year: string;
  dueFen: string;
  paidFen: string;
  state: DuesState | '';
  settledOn: string;
  remark: string;
};

const TONES: Record<DuesState, Tone> = { unpaid: 'alert', settled: 'good', waived: 'still' };

export const DuesTag = ({ state }: { state: DuesState }) => <StateTag tone={TONES[state]} label={DUES_STATES[state]} />;

export const dues: RecordSpec<DuesRow, DuesValues> = {
  slug: 'dues',
  label: '会费',
  empty: '没有会费记录',
  endpoints: {
    show: recordEndpoints.showDues,
    create: recordEndpoints.createDues,
    update: recordEndpoints.updateDues,
    remove: recordEndpoints.removeDues,
  },
  fields: () => [
    { name: 'year', label: '年度', kind: 'text', inputMode: 'numeric', isRequired: true },
    { name: 'state', label: '缴费状态', kind: 'choice', options: DUES_STATES, isRequired: true },
    { name: 'dueFen', label: '应缴金额（元）', kind: 'text', inputMode: 'decimal', isRequired: true },
    { name: 'paidFen', label: '已缴金额（元）', kind: 'text', inputMode: 'decimal', isRequired: true },
    { name: 'settledOn', label: '缴清日期', kind: 'date', hint: '全部缴纳的日期；未缴清或减免的留空' },
    {
      name: 'remark',
      label: '备注',
      kind: 'paragraph',
      max: MAX_RECORD_REMARK,
      isWide: true,
      hint: '减免会费须写明依据',
    },
  ],
  initial: () => ({
    year: String(shanghaiYear(Date.now())),
    dueFen: '',
    paidFen: '0',
    state: 'unpaid',
    settledOn: '',
    remark: '',
  }),
  toValues: ({ year, dueFen, paidFen, state, settledOn, remark }) => ({
    year: String(year),
    dueFen: toYuanInput(dueFen),
    paidFen: toYuanInput(paidFen),
    state,
    remark,
    settledOn: settledOn ?? '',
  }),
  toInput: ({ dueFen, paidFen, settledOn, ...rest }) => ({
    ...rest,
    dueFen: readYuan(dueFen),
    paidFen: readYuan(paidFen),
    settledOn: settledOn || null,
  }),
  nameOf: ({ year }) => `${year}年度会费`,
  summary: (row) => (
    <>
      <strong className="figures">{row.year}年度</strong> <DuesTag state={row.state} />{' '}
      <span className="figures">
        应缴 {formatYuan(row.dueFen)}，已缴 {formatYuan(row.paidFen)}
      </span>{' '}
      <span className="quiet figures">
        <WholeTimes words={[row.settledOn && `${row.settledOn} 缴清`, row.remark].filter(Boolean).join(' · ')} />
      </span>
    </>
  ),
};
