import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { selfAuditEndpoints, type SelfAuditRow } from '../../../bff/contract/self-audit/endpoints.ts';
import { SELF_AUDIT_SCOPES } from '../../../bff/contract/self-audit/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { useMay } from '../../providers/permission.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

/** While a round is under way its numbers move. */
const REFRESH_MS = 3_000;

/** 证明自检: rounds in which issued certificates were read again, the latest first. */
export function SelfAuditList() {
  const address = useAddressFilters([]);
  const list = useList({
    paging: address.paging,
    key: ['self-audits'],
    load: (at, signal) => call(selfAuditEndpoints.listSelfAudits, { query: at }, signal),
    refetchEvery: ({ items }) => (items.some(({ finishedAt }) => !finishedAt) ? REFRESH_MS : false),
  });
  return (
    <Page title="证明自检" name="证明自检" actions={<StartFull />}>
      <p className="quiet">
        每夜三点重新读取一部分已出具的证明（最近七天的全部，其余的四周轮完一遍）：文件在不在、内容有没有变、签名是否完好、登记的记录是否对得上。
      </p>
      <DataTable<SelfAuditRow>
        {...list}
        paging={address.paging}
        empty="还没有检查过，首次检查在今夜三点"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{SELF_AUDIT_SCOPES[row.scope]}</strong>
              <Result row={row} />
            </span>
            <span className="card-line quiet">
              <span className="figures whole">{formatInstant(row.startedAt)}</span>
              <span>已查 {row.checked} 份</span>
            </span>
          </>
        )}
      />
    </Page>
  );
}

const columns: TableColumnsType<SelfAuditRow> = [
  { title: '开始时间', dataIndex: 'startedAt', className: 'figures', render: formatInstant },
  { title: '范围', dataIndex: 'scope', render: (scope: SelfAuditRow['scope']) => SELF_AUDIT_SCOPES[scope] },
  { title: '发起', dataIndex: 'startedBy' },
  { title: '已查', dataIndex: 'checked', className: 'figures', align: 'right' },
  { title: '有问题', dataIndex: 'faulty', className: 'figures', align: 'right' },
  { title: '多余文件', dataIndex: 'orphans', className: 'figures', align: 'right' },
  { title: '结果', key: 'result', render: (_, row) => <Result row={row} /> },
];

function Result({ row }: { row: SelfAuditRow }) {
  if (row.faulty + row.orphans > 0) {
    return (
      <Link to={pageUrl('selfAudit', { id: row.id })}>
        <StateTag tone={row.faulty > 0 ? 'alert' : 'still'} label={row.faulty > 0 ? '有问题，查看' : '查看'} />
      </Link>
    );
  }
  return row.finishedAt ? <StateTag tone="good" label="全部完好" /> : <StateTag tone="busy" label="检查中" />;
}

function StartFull() {
  const { message } = App.useApp();
  const client = useQueryClient();
  const may = useMay();
  const start = useMutation({
    mutationFn: () => call(selfAuditEndpoints.startSelfAudit, {}),
    onSuccess: () => message.success('已开始，可以离开此页'),
    onError: (error) => message.error(sentenceOf(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['self-audits'] }),
  });
  if (!may(selfAuditEndpoints.startSelfAudit)) return null;
  return (
    <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
      立即检查全部证明
    </Button>
  );
}
