import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import {
  LIVE_STATES,
  PRESENCE_OUTCOMES,
  REGISTRATION_STATES,
  type RegistrationState,
} from '../../../../bff/contract/activities/enums.ts';
import { MAX_ACTIVITY_REASON } from '../../../../bff/contract/activities/limits.ts';
import type { RegistrationRow, StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import type { ListRegistrations } from '../../../../bff/contract/activities/schemas.ts';
import { LAWYER_STATUSES } from '../../../../bff/contract/registry/enums.ts';
import { exportEndpoints } from '../../../../bff/contract/exports/endpoints.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { formatYuan } from '../../../ui/form/money.ts';
import { OneFieldForm } from '../../../ui/form/OneFieldForm.tsx';
import { Grouped } from '../../../ui/Grouped.tsx';
import { DataTable } from '../../../ui/list/DataTable.tsx';
import { ExportButton } from '../../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../../ui/list/FilterBar.tsx';
import { StateTag } from '../../../ui/StateTag.tsx';
import { useAddressFilters } from '../../../ui/list/use-address-filters.ts';
import { RegistrationTag } from '../ActivityTag.tsx';
import { AddRegistration } from './AddRegistration.tsx';
import { Admissions } from './Admissions.tsx';
import { Excuse } from './Excuse.tsx';
import { Keep } from './Keep.tsx';
import { Restore } from './Restore.tsx';
import { MoveToFront, ServeAll } from './WaitingList.tsx';
import { PresenceMarks } from './PresenceMarks.tsx';
import { useRemoving, useRoster } from '../use-activities.ts';

const filters = [
  { kind: 'text', name: 'search', label: '姓名或执业证号' },
  { kind: 'choice', name: 'state', label: '状态', options: REGISTRATION_STATES },
  { kind: 'choice', name: 'changed', label: '资格变动', options: { yes: '仅资格变动、待处理的' } },
] as const satisfies Filter<string>[];
const LIVE: readonly RegistrationState[] = LIVE_STATES;

/** 报名名单: who signed up, in their order, with what each has answered. */
export function Roster({ activity }: { activity: StaffActivity }) {
  const address = useAddressFilters(['search', 'state', 'changed']);
  const filter = address.values as ListRegistrations;
  const list = useRoster(String(activity.id), address.paging, filter);
  const { can } = activity;
  const [removing, setRemoving] = useState<RegistrationRow | null>(null);
  const [excusing, setExcusing] = useState<RegistrationRow | 'all' | null>(null);
  const [keeping, setKeeping] = useState<RegistrationRow | null>(null);
  const [restoring, setRestoring] = useState<RegistrationRow | null>(null);
  const [moving, setMoving] = useState<RegistrationRow | null>(null);
  const [isServing, setServing] = useState(false);
  const [marked, setMarked] = useState<number[]>([]);
  const [isAdding, setAdding] = useState(false);
  const remove = useRemoving();
  const applied = new Set((list.query.data?.items ?? []).filter((row) => row.state === 'applied').map(({ id }) => id));
  const canSelect = (row: RegistrationRow) =>
    (can.admit && row.state === 'applied') || (can.markPresent && row.state === 'registered');
  const answersOf = ({ answers }: RegistrationRow) =>
    [...activity.form, ...activity.retired]
      .filter(({ key }) => answers[key] !== undefined)
      .map(({ key, label }) => `${label}：${answers[key] === true ? '是' : String(answers[key])}`)
      .join('；');
  const act = (row: RegistrationRow) => (
    <div className={row.changedTo ? 'row' : isAbsent(row) ? 'stack' : ''}>
      {row.changedTo && (
        <Button type="link" onClick={() => setKeeping(row)} aria-label={`保留${row.name}的报名`}>
          保留
        </Button>
      )}
      {isAbsent(row) && (
        <Button type="link" onClick={() => setExcusing(row)} aria-label={`免除${row.name}的缺席`}>
          免除
        </Button>
      )}
      {row.state === 'leave' && can.add && (
        <Button type="link" onClick={() => setRestoring(row)} aria-label={`恢复${row.name}的报名`}>
          恢复
        </Button>
      )}
      {row.state === 'waiting' && can.add && (
        <Button type="link" onClick={() => setMoving(row)} aria-label={`将${row.name}的候补提前`}>
          提前
        </Button>
      )}
      {LIVE.includes(row.state) && (
        <Button type="link" danger onClick={() => setRemoving(row)} aria-label={`移出${row.name}`}>
          移出
        </Button>
      )}
    </div>
  );
  const columns: TableColumnsType<RegistrationRow> = [
    { title: '姓名', dataIndex: 'name' },
    { title: '执业证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
    { title: '执业机构', dataIndex: 'firm', className: 'wrap' },
    { title: '电话', dataIndex: 'phone', className: 'figures' },
    ...(activity.groups.length > 1 ? [{ title: '分组', dataIndex: 'group' }] : []),
    { title: '报名时间', dataIndex: 'signedAt', className: 'figures', render: formatInstant },
    {
      title: '报名表、说明',
      key: 'words',
      className: 'wrap',
      render: (_, row) => [feeOf(row), answersOf(row), movedOf(row), row.reason].filter(Boolean).join('；'),
    },
    { title: '状态', dataIndex: 'state', render: (_, row) => <StateOf row={row} /> },
    ...(can.markPresent
      ? [{ title: '到场', key: 'presence', render: (_: unknown, row: RegistrationRow) => presenceOf(row) }]
      : []),
    { title: '', key: 'act', render: (_, row) => act(row) },
  ];
  return (
    <section className="batch" aria-label="报名名单">
      <div className="row">
        <h2>报名名单</h2>
        <ExportButton
          endpoint={exportEndpoints.exportRegistrations}
          input={{ query: { activityId: String(activity.id), ...filter } }}
        />
        {can.markAbsent && <Button onClick={() => setExcusing('all')}>免除全部缺席</Button>}
        {can.add && <Button onClick={() => setAdding(true)}>添加人员</Button>}
        {can.add && (activity.counts.waiting ?? 0) > 0 && <Button onClick={() => setServing(true)}>全部递补</Button>}
      </div>
      {isAdding && <AddRegistration activity={activity} onClose={() => setAdding(false)} />}
      {removing && (
        <OneFieldForm
          key={removing.id}
          isSheet
          isDanger
          title={`移出${removing.name}`}
          hint={`将${removing.name}移出名单，名额让给候补人员；原因会告知本人。`}
          label="原因"
          field="reason"
          maxLength={MAX_ACTIVITY_REASON}
          act={{
            ...remove,
            mutate: (reason: string, options) => remove.mutate({ id: removing.id, reason }, options as never),
          }}
          submitLabel="移出"
          onClose={() => setRemoving(null)}
        />
      )}
      {keeping && <Keep row={keeping} onClose={() => setKeeping(null)} />}
      {restoring && <Restore row={restoring} onClose={() => setRestoring(null)} />}
      {moving && <MoveToFront row={moving} onClose={() => setMoving(null)} />}
      {isServing && <ServeAll activity={activity} onClose={() => setServing(false)} />}
      {excusing && <Excuse activity={activity} row={excusing} onClose={() => setExcusing(null)} />}
      <FilterBar filters={filters} address={address} />
      {can.admit && (
        <Admissions activity={activity} ids={marked.filter((id) => applied.has(id))} onDone={() => setMarked([])} />
      )}
      {can.markPresent && (
        <PresenceMarks activity={activity} ids={marked.filter((id) => !applied.has(id))} onDone={() => setMarked([])} />
      )}
      <DataTable<RegistrationRow>
        {...list}
        paging={address.paging}
        {...((can.markPresent || can.admit) && { selection: { ids: marked, change: setMarked, canSelect } })}
        empty="还没有人报名"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.name}</strong>
              <StateOf row={row} />
            </span>
            <span>
              <Grouped value={row.licenceNo} /> · {row.firm}
            </span>
            <span>
              {[row.phone, row.group, feeOf(row), answersOf(row), movedOf(row), row.reason, presenceOf(row)]
                .filter(Boolean)
                .join(' · ')}{' '}
              {act(row)}
            </span>
          </>
        )}
      />
    </section>
  );
}

/** The state, and what the lawyer has become meanwhile where staff are to decide of it. */
const StateOf = ({ row }: { row: RegistrationRow }) => (
  <span className="row">
    <RegistrationTag state={row.state} />
    {row.changedTo && <StateTag tone="alert" label={`资格变动：${LAWYER_STATUSES[row.changedTo]}`} />}
  </span>
);

/** What was paid, or until when it can be; '' where it is free or nobody paid. */
function feeOf({ feeFen, paidAt, payUntil }: RegistrationRow): string {
  if (feeFen === 0) return '';
  if (payUntil) return `${formatYuan(feeFen)}待支付，至${formatInstant(payUntil)}`;
  return paidAt ? `已付${formatYuan(feeFen)}` : '';
}

/** Why it comes before those who have waited longer. */
const movedOf = ({ movedFor }: RegistrationRow) => (movedFor === '' ? '' : `候补提前：${movedFor}`);

/** An absence that counts. */
const isAbsent = ({ presence }: RegistrationRow) => presence?.outcome === 'absent' && presence.excuseReason === '';

/** 已到 14:02, or 缺席. */
function presenceOf({ presence }: RegistrationRow): string {
  if (!presence) return '';
  if (presence.minutes !== null) return `线上${presence.minutes}分钟`;
  if (presence.excuseReason) return `缺席，已免除：${presence.excuseReason}`;
  // The day is that of the activity.
  const at = presence.arrivedAt ? ` ${formatInstant(presence.arrivedAt).slice(11)}` : '';
  return `${PRESENCE_OUTCOMES[presence.outcome]}${at}`;
}
