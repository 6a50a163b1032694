import { Button, type TableColumnsType } from 'antd';
import { importEndpoints } from '../../../bff/contract/imports/endpoints.ts';
import { IMPORT_KINDS, RUN_STATES, type RunState } from '../../../bff/contract/imports/enums.ts';
import type { ImportRun } from '../../../bff/contract/imports/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf, call } from '../../providers/call.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

/** While rows are being worked on, their numbers move. */
const REFRESH_MS = 3_000;
const MOVING: readonly RunState[] = ['reading', 'checking', 'applying'];
const TONES: Record<RunState, Tone> = {
  reading: 'busy',
  checking: 'busy',
  checked: 'wait',
  applying: 'busy',
  applied: 'good',
};
const href = ({ id }: { id: number }) => pageUrl('importRun', { id });

/** Imports, the latest first: small ones once they are applied, large ones from their upload on. */
export function ImportRuns({ paging }: { paging: Paging }) {
  const list = useList({
    paging,
    key: ['import-runs'],
    load: (at, signal) => call(importEndpoints.listImportRuns, { query: at }, signal),
    refetchEvery: ({ items }) =>
      items.some(({ state, can }) => MOVING.includes(state) && !can.resume) ? REFRESH_MS : false,
  });
  return (
    <DataTable<ImportRun>
      {...list}
      href={href}
      paging={paging}
      empty="还没有导入过"
      columns={columns}
      card={(run) => (
        <>
          <span className="card-line">
            <strong>{IMPORT_KINDS[run.kind]}</strong>
            <Standing run={run} />
          </span>
          <span>{run.fileName}</span>
          <span>{countsOf(run)}</span>
          <span className="card-line quiet figures">
            <span>{formatInstant(run.createdAt)}</span>
            <span>{run.by}</span>
          </span>
        </>
      )}
    />
  );
}

const columns: TableColumnsType<ImportRun> = [
  { title: '时间', dataIndex: 'createdAt', className: 'figures', render: formatInstant },
  { title: '内容', dataIndex: 'kind', render: (kind: ImportRun['kind']) => IMPORT_KINDS[kind] },
  {
    title: '文件',
    dataIndex: 'fileName',
    className: 'wrap',
    render: (name: string, run) => <RowLink to={href(run)}>{name}</RowLink>,
  },
  { title: '导入人', dataIndex: 'by' },
  { title: '行数', dataIndex: 'total', align: 'right', className: 'figures' },
  { title: '结果', key: 'counts', className: 'wrap', render: (_, run) => countsOf(run) },
  { title: '状态', key: 'state', render: (_, run) => <Standing run={run} /> },
  {
    title: '问题',
    key: 'faults',
    render: (_, run) =>
      // Whoever may confirm it has brought it in: nobody else is given the sheet.
      run.can.apply && run.counts.faulty > 0 ? (
        <Button
          size="small"
          href={addressOf(importEndpoints.markImportRun, { params: { id: String(run.id) } })}
          download
        >
          下载标出问题的文件
        </Button>
      ) : null,
  },
];

function Standing({ run: { state, counts, checked, applied, total, can } }: { run: ImportRun }) {
  if (can.resume) return <StateTag tone="alert" label="已停止，待继续" />;
  if (state === 'checked' && counts.faulty > 0) return <StateTag tone="bad" label={`${counts.faulty} 行有问题`} />;
  const progress = { checking: ` ${checked}/${total}`, applying: ` ${applied}/${counts.create + counts.update}` };
  const label = RUN_STATES[state] + (state === 'checking' || state === 'applying' ? progress[state] : '');
  return <StateTag tone={TONES[state]} label={label} />;
}

function countsOf({ state, counts }: ImportRun): string {
  if (state === 'reading' || state === 'checking') return '—';
  const { create, update, unchanged, refused } = counts;
  const words = [`新增 ${create}`, `修改 ${update}`, `无变化 ${unchanged}`];
  return [...words, ...(refused > 0 ? [`未导入 ${refused}`] : [])].join('，');
}
