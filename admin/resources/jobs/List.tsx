import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, type TableColumnsType } from 'antd';
import { operationsEndpoints, type JobRow } from '../../../bff/contract/operations/endpoints.ts';
import { JOB_LABELS, JOB_STATES, type JobState } from '../../../bff/contract/operations/enums.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

const filters = [
  { kind: 'choice', name: 'state', label: '状态', options: JOB_STATES },
] as const satisfies Filter<string>[];
/** Work that is newer than this client is shown by its own name. */
const jobLabel = (name: string): string => (JOB_LABELS as Record<string, string | undefined>)[name] ?? name;
const TONES: Record<JobState, Tone> = { ready: 'busy', done: 'good', dead: 'alert' };

/** 任务: background work. Opens on what needs a look; 重试 runs it again. */
export function JobList() {
  const address = useAddressFilters(['state'], ['state']);
  const state = (address.values.state ?? 'dead') as JobState;
  const list = useList({
    paging: address.paging,
    key: ['jobs', state],
    load: (at, signal) => call(operationsEndpoints.listJobs, { query: { state, ...at } }, signal),
    isWork: true,
  });
  const shown = { ...address, values: { state } };
  return (
    <Page title="任务" name="任务">
      <FilterBar filters={filters} address={shown} />
      <DataTable<JobRow>
        {...list}
        paging={address.paging}
        empty={state === 'dead' ? '没有需要处理的任务' : '没有任务'}
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{jobLabel(row.name)}</strong>
              <StateTag tone={TONES[row.state]} label={JOB_STATES[row.state]} />
            </span>
            {row.lastError && <span className="multiline">{row.lastError}</span>}
            <span className="card-line quiet">
              <span className="figures whole">{formatInstant(row.runAt)}</span>
              <Retry job={row} />
            </span>
          </>
        )}
      />
    </Page>
  );
}

const columns: TableColumnsType<JobRow> = [
  { title: '任务', dataIndex: 'name', render: jobLabel },
  { title: '内容', key: 'payload', className: 'figures', render: (_, row) => <Payload job={row} /> },
  {
    title: '状态',
    key: 'state',
    render: (_, row) => <StateTag tone={TONES[row.state]} label={JOB_STATES[row.state]} />,
  },
  { title: '次数', dataIndex: 'attempts', align: 'right', className: 'figures' },
  { title: '执行时间', dataIndex: 'runAt', className: 'figures', render: formatInstant },
  { title: '原因', dataIndex: 'lastError', className: 'wrap', render: (text: string) => text || '—' },
  { title: '操作', key: 'actions', render: (_, row) => <Retry job={row} /> },
];

const Payload = ({ job }: { job: JobRow }) => (
  <>
    {Object.entries(job.payload)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(' ')}
  </>
);

function Retry({ job }: { job: JobRow }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const retry = useMutation({
    mutationFn: () => call(operationsEndpoints.retryJob, { params: { id: String(job.id) } }),
    onSuccess: () => {
      void message.success('已重新安排');
      void client.invalidateQueries({ queryKey: ['overview'] });
      return client.invalidateQueries({ queryKey: ['jobs'] });
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  if (job.state !== 'dead') return null;
  return (
    <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
      重试
    </Button>
  );
}
