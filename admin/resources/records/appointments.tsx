import { recordEndpoints, type AppointmentRow } from '../../../bff/contract/records/endpoints.ts';
import { MAX_RECORD_REMARK } from '../../../bff/contract/limits.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { periodText, type RecordSpec } from './record-spec.tsx';

export type AppointmentValues = { body: string; position: string; fromOn: string; untilOn: string; remark: string };

export const appointments: RecordSpec<AppointmentRow, AppointmentValues> = {
  slug: 'appointments',
  label: '律协任职',
  empty: '没有任职记录',
  endpoints: {
    show: recordEndpoints.showAppointment,
    create: recordEndpoints.createAppointment,
    update: recordEndpoints.updateAppointment,
    remove: recordEndpoints.removeAppointment,
  },
  fields: () => [
    {
      name: 'body',
      label: '任职机构',
      kind: 'text',
      isRequired: true,
      hint: '理事会、专门委员会、专业委员会或工作组的全称',
    },
    { name: 'position', label: '职务', kind: 'text', isRequired: true },
    { name: 'fromOn', label: '起始日期', kind: 'date', isRequired: true },
    { name: 'untilOn', label: '截止日期', kind: 'date', hint: '任期届满或离任的日期，仍在任且无任期的留空' },
    { name: 'remark', label: '备注', kind: 'paragraph', max: MAX_RECORD_REMARK, isWide: true },
  ],
  initial: () => ({ body: '', position: '', fromOn: '', untilOn: '', remark: '' }),
  toValues: ({ body, position, fromOn, untilOn, remark }) => ({
    body,
    position,
    fromOn,
    remark,
    untilOn: untilOn ?? '',
  }),
  toInput: ({ untilOn, ...rest }) => ({ ...rest, untilOn: untilOn || null }),
  nameOf: ({ body, position }) => `${body}${position}`,
  summary: (row) => (
    <>
      {row.body} <strong>{row.position}</strong>{' '}
      <span className="quiet figures">
        <WholeTimes words={[periodText(row), row.remark].filter(Boolean).join(' · ')} />
      </span>
    </>
  ),
};
