import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { CONTACT_FIELDS } from '../../../bff/contract/activation/enums.ts';
import { activationEndpoints, type ContactChangeRow } from '../../../bff/contract/activation/endpoints.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { dayAfterHold } from '../../ui/contact-hold.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

const Name = ({ row }: { row: ContactChangeRow }) => (
  <Link to={subjectUrl(row.subjectKind, row.subjectId)}>{row.name}</Link>
);
const change = ({ field, oldValue, newValue }: ContactChangeRow) =>
  `${CONTACT_FIELDS[field]}：${oldValue || '空'} → ${newValue}`;

/** 联系方式复核: contacts that could open an account nobody has used yet, for a second person to look at. */
export function ContactChangeList() {
  const address = useAddressFilters([]);
  const list = useList({
    paging: address.paging,
    key: ['contact-changes'],
    load: (at, signal) => call(activationEndpoints.listContactChanges, { query: at }, signal),
    isWork: true,
  });
  return (
    <Page title="联系方式复核" name="联系方式复核" back={{ to: pageUrl('activations'), label: '账号开通' }}>
      <p className="quiet">
        会员尚未开通账号时，修改其手机号、邮箱须由另一人核对后采用，采用后7天内不能用于开通。请向会员核实，不要只看申请材料。
      </p>
      <DataTable<ContactChangeRow>
        {...list}
        paging={address.paging}
        empty="没有待复核的修改"
        columns={[
          { title: '会员', key: 'name', render: (_, row) => <Name row={row} /> },
          { title: '证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
          { title: '修改', key: 'change', className: 'figures', render: (_, row) => change(row) },
          { title: '提出人', dataIndex: 'askedByName' },
          { title: '时间', dataIndex: 'askedAt', className: 'figures', render: formatInstant },
          { title: '操作', key: 'act', render: (_, row) => <Decide row={row} /> },
        ]}
        card={(row) => (
          <>
            <strong>
              <Name row={row} />
            </strong>
            <span className="quiet">
              <Grouped value={row.licenceNo} />
            </span>
            <span className="figures">{change(row)}</span>
            <span className="quiet">
              {row.askedByName} <span className="figures whole">{formatInstant(row.askedAt)}</span>
            </span>
            <Decide row={row} />
          </>
        )}
      />
    </Page>
  );
}

/** The two answers of a second person; whoever asked is told to wait for one. */
export function Decide({ row }: { row: ContactChangeRow }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const decide = useMutation({
    mutationFn: (isConfirmed: boolean) =>
      call(activationEndpoints.decideContactChange, { params: { id: String(row.id) }, body: { isConfirmed } }),
    onSuccess: (_reply, isConfirmed) => {
      void message.success(
        isConfirmed ? `已采用，${dayAfterHold()}起可以用于开通账号` : '未采用，登记的联系方式不变',
        6,
      );
      return client.invalidateQueries();
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const ask = () =>
    modal.confirm({
      title: `采用${row.name}的新${CONTACT_FIELDS[row.field]}？`,
      content: `${change(row)}。请先向会员核实；采用后7天内（${dayAfterHold()}之前）不能用于开通账号。`,
      okText: '采用',
      cancelText: '取消',
      onOk: () => decide.mutate(true),
    });
  if (!row.mayDecide) return <span className="quiet">待另一人复核</span>;
  return (
    <span className="row">
      <Button size="small" type="primary" loading={decide.isPending} onClick={ask}>
        采用
      </Button>
      <Button size="small" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
        不采用
      </Button>
    </span>
  );
}
