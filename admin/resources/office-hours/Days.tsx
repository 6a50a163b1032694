import { Alert, App, Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { toShanghaiDate } from '../../../bff/contract/dates.ts';
import type { OfficeCalendar, OfficeDayRow } from '../../../bff/contract/office-hours/endpoints.ts';
import { DAY_KINDS, DAY_ORIGINS, type DayKind } from '../../../bff/contract/office-hours/enums.ts';
import { MAX_DAY_REASON } from '../../../bff/contract/office-hours/limits.ts';
import { periodWords, type Period } from '../../../bff/contract/office-hours/periods.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { PlainDateInput } from '../../ui/form/PlainDateInput.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { PeriodsInput } from './PeriodsInput.tsx';
import { useOfficeDay } from './use-office-calendar.ts';

const TONES: Record<DayKind, Tone> = { off: 'still', on: 'wait', own: 'wait' };

const PAGE = 20;

/** The page with the first day of this month or later; the last one when all are over. */
function pageOfMonth(days: readonly OfficeDayRow[]): number {
  const month = toShanghaiDate(Date.now()).slice(0, 7);
  const first = days.findIndex(({ date }) => date >= month);
  return Math.floor((first === -1 ? Math.max(0, days.length - 1) : first) / PAGE) + 1;
}

/** 放假与调休: the State Council's list, and what the office itself says of a day. */
export function Days({ calendar: { days, can } }: { calendar: OfficeCalendar }) {
  const { message } = App.useApp();
  const day = useOfficeDay();
  const clear = ({ date, version }: OfficeDayRow) =>
    day.mutate({ date, version }, { onSuccess: () => void message.success('已取消本会安排') });
  return (
    <div className="stack">
      {can.change && <OneDay days={days} />}
      {day.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(day.error)} />}
      <Table<OfficeDayRow>
        rowKey={({ date, origin }) => `${date}-${origin}`}
        dataSource={days}
        size="small"
        scroll={{ x: 'max-content' }}
        pagination={{
          pageSize: PAGE,
          defaultCurrent: pageOfMonth(days),
          hideOnSinglePage: true,
          showSizeChanger: false,
        }}
        columns={[
          { title: '日期', render: (_, { date }) => <span className="figures">{date}</span> },
          {
            title: '安排',
            render: (_, { kind, periods }) => (
              <>
                <StateTag tone={TONES[kind]} label={DAY_KINDS[kind]} /> {periodWords(periods)}
              </>
            ),
          },
          { title: '原因', dataIndex: 'reason' },
          {
            title: '来源',
            render: (_, { origin, setBy }) => `${DAY_ORIGINS[origin]}${origin === 'package' ? '' : `，${setBy}`}`,
          },
          {
            render: (_, one) =>
              can.change && one.origin === 'office' ? (
                <Button size="small" disabled={day.isPending} onClick={() => clear(one)}>
                  取消本会安排
                </Button>
              ) : null,
          },
        ]}
      />
    </div>
  );
}

function OneDay({ days }: Pick<OfficeCalendar, 'days'>) {
  const { message } = App.useApp();
  const day = useOfficeDay();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<DayKind>('off');
  const [periods, setPeriods] = useState<Period[]>([{ from: '09:00', to: '11:30' }]);
  const [reason, setReason] = useState('');
  return (
    <form
      className="confirm"
      aria-label="本会安排"
      onSubmit={(event) => {
        event.preventDefault();
        // As the table below says.
        const version = days.find((one) => one.date === date && one.origin === 'office')?.version ?? 0;
        day.mutate(
          { date, version, kind, reason, ...(kind === 'own' && { periods }) },
          {
            onSuccess: () => {
              setDate('');
              setReason('');
              void message.success('已保存');
            },
          },
        );
      }}
    >
      <div className="row">
        <PlainDateInput aria-label="日期" value={date} onChange={setDate} style={{ width: 160 }} />
        <Select<DayKind>
          aria-label="安排"
          value={kind}
          onChange={setKind}
          options={Object.entries(DAY_KINDS).map(([value, label]) => ({ value, label }))}
          style={{ width: 120 }}
        />
        <Input
          aria-label="原因"
          placeholder="原因，如：换届大会"
          maxLength={MAX_DAY_REASON}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          style={{ flex: '1 1 120px', width: 'auto', minWidth: 0, maxWidth: 240 }}
        />
        <Button type="primary" htmlType="submit" loading={day.isPending}>
          加入
        </Button>
      </div>
      {kind === 'own' && <PeriodsInput label="当天" value={periods} onChange={(next) => setPeriods(next ?? [])} />}
      {day.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(day.error)} />}
    </form>
  );
}
