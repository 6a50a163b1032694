import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { MEMBER_CHANGES } from '../../../bff/contract/activation/enums.ts';
import { activationEndpoints, type MemberChangeRow } from '../../../bff/contract/activation/endpoints.ts';
import { MAX_STAFF_REASON } from '../../../bff/contract/limits.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Page } from '../../ui/Page.tsx';

const Name = ({ row }: { row: MemberChangeRow }) => (
  <Link to={subjectUrl(row.subjectKind, row.subjectId)}>{row.name}</Link>
);

/**
 * 证件号码、负责人复核: of members who have not come yet. Until a second person has looked, whoever entered them hands out
 * no code.
 */
export function MemberChangeList() {
  const address = useAddressFilters([]);
  const [asked, setAsked] = useState<MemberChangeRow | null>(null);
  const list = useList({
    paging: address.paging,
    key: ['member-changes'],
    load: (at, signal) => call(activationEndpoints.listMemberChanges, { query: at }, signal),
    isWork: true,
  });
  const act = (row: MemberChangeRow) =>
    row.mayConfirm ? (
      <Button size="small" type="primary" onClick={() => setAsked(row)}>
        确认无误
      </Button>
    ) : (
      <span className="quiet">待另一人复核</span>
    );
  return (
    <Page
      title="证件号码、负责人复核"
      name="证件号码、负责人复核"
      back={{ to: pageUrl('activations'), label: '账号开通' }}
    >
      <p className="quiet">
        会员尚未开通账号时，登记了新证件号码、新负责人的人7天内不能为其发放开通码；这期间开通的账号须另一人确认启用。核对证件后确认无误，即不受此限。
      </p>
      <DataTable<MemberChangeRow>
        {...list}
        paging={address.paging}
        empty="没有待复核的证件号码、负责人"
        columns={[
          { title: '会员', key: 'name', render: (_, row) => <Name row={row} /> },
          { title: '证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
          { title: '修改', key: 'field', render: (_, row) => MEMBER_CHANGES[row.field] },
          { title: '登记人', dataIndex: 'changedByName' },
          { title: '时间', dataIndex: 'changedAt', className: 'figures', render: formatInstant },
          { title: '操作', key: 'act', render: (_, row) => act(row) },
        ]}
        card={(row) => (
          <>
            <strong>
              <Name row={row} />
            </strong>
            <span className="quiet">
              <Grouped value={row.licenceNo} />
            </span>
            <span>{MEMBER_CHANGES[row.field]}</span>
            <span className="quiet">
              {row.changedByName} <span className="figures whole">{formatInstant(row.changedAt)}</span>
            </span>
            {act(row)}
          </>
        )}
      />
      {asked && <Confirm key={asked.id} row={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
}

function Confirm({ row, onClose }: { row: MemberChangeRow; onClose(): void }) {
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const { message } = App.useApp();
  const confirm = useMutation({
    mutationFn: () =>
      call(activationEndpoints.confirmMemberChange, { params: { id: String(row.id) }, body: { reason } }),
    async onSuccess() {
      await client.invalidateQueries();
      void message.success('已确认');
      onClose();
    },
  });
  return (
    <Modal
      open
      title={`确认无误：${row.name}的${MEMBER_CHANGES[row.field]}`}
      okText="确认无误"
      okButtonProps={{ disabled: reason.trim() === '' }}
      cancelText="取消"
      confirmLoading={confirm.isPending}
      onOk={() => confirm.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>请核对证件或任职文件的原件，有误的请先在会员页面更正。</p>
        {confirm.isError && <Alert type="error" showIcon title={sentenceOf(confirm.error)} role="alert" />}
        <label>
          <span className="required">核对了什么</span>
          <Input
            value={reason}
            maxLength={MAX_STAFF_REASON}
            placeholder="例如：已核对身份证原件"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
    </Modal>
  );
}
