import { recordEndpoints, type HoursRow } from '../../../bff/contract/records/endpoints.ts';
import {
  HOURS_KINDS,
  HOURS_MODES,
  HOURS_SOURCES,
  HOURS_STATES,
  type HoursKind,
  type HoursMode,
  type HoursState,
} from '../../../bff/contract/records/enums.ts';
import { readDecimal } from '../../../bff/contract/text.ts';
import { MAX_RECORD_REMARK } from '../../../bff/contract/limits.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import type { RecordSpec } from './record-spec.tsx';

export type HoursValues = {
  title: string;
  heldOn: string;
  hours: string;
  kind: HoursKind | '';
  mode: HoursMode;
  state: HoursState | '';
  remark: string;
};

const TONES: Record<HoursState, Tone> = { checked_in: 'good', disputed: 'alert' };

export const hours: RecordSpec<HoursRow, HoursValues> = {
  slug: 'activity-hours',
  label: '活动学时',
  empty: '没有学时记录',
  endpoints: {
    show: recordEndpoints.showHours,
    create: recordEndpoints.createHours,
    update: recordEndpoints.updateHours,
    remove: recordEndpoints.removeHours,
  },
  fields: () => [
    { name: 'title', label: '活动名称', kind: 'text', isRequired: true, isWide: true },
    { name: 'heldOn', label: '活动日期', kind: 'date', isRequired: true },
    { name: 'hours', label: '学时', kind: 'text', inputMode: 'decimal', isRequired: true, hint: '以0.5为单位' },
    { name: 'kind', label: '学时类别', kind: 'choice', options: HOURS_KINDS, isRequired: true },
    { name: 'mode', label: '参加方式', kind: 'choice', options: HOURS_MODES, isRequired: true },
    { name: 'state', label: '状态', kind: 'choice', options: HOURS_STATES, isRequired: true },
    { name: 'remark', label: '备注', kind: 'paragraph', max: MAX_RECORD_REMARK, isWide: true },
  ],
  initial: () => ({ title: '', heldOn: '', hours: '', kind: '', mode: 'onsite', state: 'checked_in', remark: '' }),
  toValues: ({ title, heldOn, hours: count, kind, mode, state, remark }) => ({
    title,
    heldOn,
    hours: String(count),
    kind,
    mode,
    state,
    remark,
  }),
  toInput: ({ hours: typed, ...rest }) => ({ ...rest, hours: readDecimal(typed, 1) }),
  nameOf: ({ title }) => title,
  summary: (row) => (
    <>
      <span className="figures whole">{row.heldOn}</span> {row.title}{' '}
      <strong className="figures">{row.hours} 学时</strong>{' '}
      <span className="quiet">
        {HOURS_KINDS[row.kind]} · {HOURS_MODES[row.mode]} · {HOURS_SOURCES[row.source]}
      </span>{' '}
      <StateTag tone={TONES[row.state]} label={HOURS_STATES[row.state]} /> <span className="quiet">{row.remark}</span>
    </>
  ),
};
