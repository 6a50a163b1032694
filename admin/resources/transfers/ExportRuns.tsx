import { Button, type TableColumnsType } from 'antd';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { EXPORT_LISTS, EXPORT_STATES, MAX_DIRECT_ROWS, type ExportState } from '../../../bff/contract/exports/enums.ts';
import type { ExportRun } from '../../../bff/contract/exports/replies.ts';
import { addressOf, call } from '../../providers/call.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

/** While a file is being made its rows move. */
const REFRESH_MS = 1_500;
const TONES: Record<ExportState, Tone> = {
  making: 'busy',
  made: 'good',
  failed: 'alert',
  removed: 'still',
  direct: 'still',
  broken: 'bad',
};

/** Exports, the latest first, with the files that are kept. */
export function ExportRuns({ paging }: { paging: Paging }) {
  const list = useList({
    paging,
    key: ['exports'],
    load: (at, signal) => call(exportEndpoints.listExports, { query: at }, signal),
    refetchEvery: ({ items }) => (items.some(({ state }) => state === 'making') ? REFRESH_MS : false),
  });
  return (
    <>
      <p className="quiet">
        超过 {MAX_DIRECT_ROWS}{' '}
        行的列表在后台导出，完成后在这里下载。文件只有导出的人可以下载，到期自动删除；每次下载都记入操作日志。
      </p>
      <DataTable<ExportRun>
        {...list}
        paging={paging}
        empty="还没有导出过"
        columns={columns}
        card={(run) => (
          <>
            <span className="card-line">
              <strong>{EXPORT_LISTS[run.list]}</strong>
              <StateTag tone={TONES[run.state]} label={EXPORT_STATES[run.state]} />
            </span>
            <span>{run.filter || '全部'}</span>
            <span className="card-line quiet">
              <span>
                <span className="figures whole">{formatInstant(run.createdAt)}</span> {run.by}
              </span>
              <span className="figures">{run.rows} 行</span>
            </span>
            <File run={run} />
          </>
        )}
      />
    </>
  );
}

const columns: TableColumnsType<ExportRun> = [
  { title: '时间', dataIndex: 'createdAt', className: 'figures', render: formatInstant },
  { title: '列表', dataIndex: 'list', render: (list: ExportRun['list']) => EXPORT_LISTS[list] },
  { title: '筛选', dataIndex: 'filter', className: 'wrap', render: (filter: string) => filter || '全部' },
  { title: '导出人', dataIndex: 'by' },
  { title: '行数', dataIndex: 'rows', align: 'right', className: 'figures' },
  {
    title: '状态',
    dataIndex: 'state',
    render: (state: ExportState) => <StateTag tone={TONES[state]} label={EXPORT_STATES[state]} />,
  },
  { title: '文件', key: 'file', render: (_, run) => <File run={run} /> },
];

/** The download with its end, or what to do without one. */
function File({ run }: { run: ExportRun }) {
  if (run.state === 'failed') return <span className="quiet">请重新导出；仍不成功请联系系统管理员</span>;
  if (run.state === 'broken') return <span className="quiet">请重新导出</span>;
  if (!run.can.download) return null;
  return (
    <span className="row">
      <Button
        size="small"
        href={addressOf(exportEndpoints.downloadExport, { params: { id: String(run.id) } })}
        download
      >
        下载
      </Button>
      {run.keptUntil && <span className="quiet figures whole">保存至 {formatInstant(run.keptUntil)}</span>}
    </span>
  );
}
