import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import {
  officeHoursEndpoints as endpoints,
  type OfficeCalendar,
} from '../../../bff/contract/office-hours/endpoints.ts';
import { hoursWords, type Period } from '../../../bff/contract/office-hours/periods.ts';
import type { OfficeHours } from '../../../bff/contract/office-hours/schemas.ts';
import { call } from '../../providers/call.ts';
import type { FieldSpec } from '../../ui/form/form-fields.tsx';
import { InPlaceForm } from '../../ui/form/InPlaceForm.tsx';
import { PeriodsInput } from './PeriodsInput.tsx';
import { CALENDAR_KEY } from './use-office-calendar.ts';

const words = (value: OfficeHours[keyof OfficeHours]) => (value ? hoursWords(value as Period[]) : '与在线客服相同');
const fields: readonly FieldSpec<OfficeHours>[] = [
  { name: 'service', label: '在线客服', kind: 'own', control: <PeriodsInput label="在线客服" />, words },
  { name: 'telephone', label: '服务热线', kind: 'own', control: <PeriodsInput label="服务热线" />, words },
  {
    name: 'tickets',
    label: '工单',
    kind: 'own',
    control: <PeriodsInput label="工单" none="与在线客服相同" />,
    words,
    hint: '办理时限只在办公时间内计算',
  },
  { name: 'supplierPhone', label: '技术支持电话', kind: 'text', inputMode: 'tel', hint: '不填则不向会员显示' },
  { name: 'supplierHours', label: '技术支持时间', kind: 'text' },
  { name: 'supplierWebsite', label: '技术支持网站', kind: 'text', placeholder: 'https://' },
];

/** 工作日的时段. */
export function Hours({ calendar }: { calendar: OfficeCalendar }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <InPlaceForm
      initial={calendar.hours}
      cacheKey={[...CALENDAR_KEY, 'hours']}
      load={(signal) => call(endpoints.showOfficeCalendar, {}, signal).then(({ hours }): OfficeHours => hours)}
      fields={fields}
      save={(body) => call(endpoints.updateOfficeHours, { body })}
      toValues={({ hours }): OfficeHours => hours}
      onSaved={(saved) => {
        client.setQueryData(CALENDAR_KEY, saved);
        void message.success('已保存');
      }}
    />
  );
}
