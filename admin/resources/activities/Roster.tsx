import { App, Button, Input, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { REGISTRATION_STATES, type RegistrationState } from '../../../bff/contract/activities/enums.ts';
import { MAX_ACTIVITY_REASON } from '../../../bff/contract/activities/limits.ts';
import type { RegistrationRow, StaffActivity } from '../../../bff/contract/activities/replies.ts';
import { ApiFailure, sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { RegistrationTag } from './ActivityTag.tsx';
import { useAdding, useRemoving, useRoster } from './use-activities.ts';

const filters = [
  { kind: 'choice', name: 'state', label: '状态', options: REGISTRATION_STATES },
] as const satisfies Filter<string>[];
const LIVE: readonly RegistrationState[] = ['registered', 'waiting', 'offered'];

/** 报名名单: who signed up, in their order, with what each has answered. */
export function Roster({ activity }: { activity: StaffActivity }) {
  const address = useAddressFilters(['state']);
  const list = useRoster(String(activity.id), address.paging, address.values.state as RegistrationState | undefined);
  const [removing, setRemoving] = useState<RegistrationRow | null>(null);
  const [isAdding, setAdding] = useState(false);
  const remove = useRemoving();
  const answersOf = ({ answers }: RegistrationRow) =>
    activity.form
      .filter(({ key }) => answers[key] !== undefined)
      .map(({ key, label }) => `${label}：${answers[key] === true ? '是' : String(answers[key])}`)
      .join('；');
  const act = (row: RegistrationRow) =>
    LIVE.includes(row.state) && (
      <Button type="link" danger onClick={() => setRemoving(row)} aria-label={`移出${row.name}`}>
        移出
      </Button>
    );
  const columns: TableColumnsType<RegistrationRow> = [
    { title: '姓名', dataIndex: 'name' },
    { title: '执业证号', dataIndex: 'licenceNo', className: 'figures' },
    { title: '执业机构', dataIndex: 'firm', className: 'wrap' },
    { title: '电话', dataIndex: 'phone', className: 'figures' },
    ...(activity.groups.length > 1 ? [{ title: '分组', dataIndex: 'group' }] : []),
    { title: '报名时间', dataIndex: 'signedAt', className: 'figures', render: formatInstant },
    {
      title: '报名表、说明',
      key: 'words',
      className: 'wrap',
      render: (_, row) => [answersOf(row), row.reason].filter(Boolean).join('；'),
    },
    { title: '状态', dataIndex: 'state', render: (state: RegistrationState) => <RegistrationTag state={state} /> },
    { title: '', key: 'act', render: (_, row) => act(row) },
  ];
  return (
    <section aria-label="报名名单">
      <div className="row">
        <h2>报名名单</h2>
        {activity.can.add && <Button onClick={() => setAdding(true)}>添加人员</Button>}
      </div>
      {isAdding && <AddForm activity={activity} onClose={() => setAdding(false)} />}
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
      <FilterBar filters={filters} address={address} />
      <DataTable<RegistrationRow>
        {...list}
        paging={address.paging}
        empty="还没有人报名"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.name}</strong>
              <RegistrationTag state={row.state} />
            </span>
            <span>
              <span className="figures">{row.licenceNo}</span> · {row.firm}
            </span>
            <span>
              {[row.phone, row.group, answersOf(row), row.reason].filter(Boolean).join(' · ')} {act(row)}
            </span>
          </>
        )}
      />
    </section>
  );
}

/** Signs a lawyer up by hand: conditions and windows do not count, seats do. */
function AddForm({ activity, onClose }: { activity: StaffActivity; onClose(): void }) {
  const { message } = App.useApp();
  const { groups } = activity;
  const [licenceNo, setLicenceNo] = useState('');
  const [reason, setReason] = useState('');
  const [groupId, setGroupId] = useState(groups[0]?.id ?? 0);
  const add = useAdding(activity.id);
  const faults = add.error instanceof ApiFailure ? Object.values(add.error.fields) : [];
  const done = () => {
    void message.success('已添加，并通知本人');
    onClose();
  };
  return (
    <form
      className="sheet padded confirm"
      aria-label="添加人员"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ licenceNo, groupId, reason }, { onSuccess: done });
      }}
    >
      <p>不受报名时间和报名条件限制，但须有名额；原因会告知本人，并记入操作日志。</p>
      <label>
        <span className="required">执业证号</span>
        <Input
          value={licenceNo}
          inputMode="numeric"
          autoComplete="off"
          onChange={({ target }) => setLicenceNo(target.value)}
        />
      </label>
      {groups.length > 1 && (
        <label>
          <span className="required">分组</span>
          <Select
            value={groupId}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setGroupId}
          />
        </label>
      )}
      <label>
        <span className="required">原因</span>
        <Input value={reason} maxLength={MAX_ACTIVITY_REASON} onChange={({ target }) => setReason(target.value)} />
      </label>
      {add.error && (
        <p role="alert" className="fault">
          {faults.length > 0 ? faults.join('；') : sentenceOf(add.error)}
        </p>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          添加
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
