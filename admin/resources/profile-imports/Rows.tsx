import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Page } from '../../../bff/contract/endpoint.ts';
import {
  profileImportEndpoints,
  type ProfileImport,
  type ProfileImportLawyer,
  type ProfileImportPhoto,
} from '../../../bff/contract/profile-imports/endpoints.ts';
import { PROFILE_IMPORT_OUTCOMES, type ProfileImportOutcome } from '../../../bff/contract/profile-imports/enums.ts';
import { call } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const TONES: Record<ProfileImportOutcome, Tone> = {
  create: 'good',
  update: 'busy',
  unchanged: 'still',
  skipped: 'wait',
  faulty: 'bad',
  refused: 'bad',
};
/** What somebody has to look at comes first. */
const FIRST: readonly ProfileImportOutcome[] = ['faulty', 'refused', 'skipped', 'update', 'create', 'unchanged'];
const PAGE_SIZE = 50;

const outcomeColumn = {
  title: '结果',
  dataIndex: 'outcome',
  render: (outcome: ProfileImportOutcome) => (
    <StateTag tone={TONES[outcome]} label={PROFILE_IMPORT_OUTCOMES[outcome]} />
  ),
};
const LAWYER_COLUMNS: TableColumnsType<ProfileImportLawyer> = [
  {
    title: '执业证号',
    dataIndex: 'licenceNo',
    className: 'whole',
    render: (value: string) => <Grouped value={value} />,
  },
  { title: '姓名', dataIndex: 'name', className: 'wrap' },
  outcomeColumn,
  { title: '说明', key: 'says', className: 'wrap', render: (_, row) => <Says row={row} /> },
];
const PHOTO_COLUMNS: TableColumnsType<ProfileImportPhoto> = [
  { title: '文件', dataIndex: 'fileName', className: 'wrap' },
  outcomeColumn,
  { title: '说明', dataIndex: 'note', className: 'wrap' },
];

function Says({ row: { faults, sections, note } }: { row: ProfileImportLawyer }) {
  if (faults.length === 0) return [sections.join('、'), note].filter((one) => one !== '').join('；') || '—';
  return (
    <ul className="plain">
      {faults.map(({ section, row, column, message }) => (
        <li key={`${section}${row}${column}${message}`}>
          {`${section}${row > 0 ? `第${row}行` : ''}：${column ? `${column}，` : ''}${message}`}
        </li>
      ))}
    </ul>
  );
}

type Query = { outcome: ProfileImportOutcome; limit: number; cursor?: string };

export function LawyerRows({ run }: { run: ProfileImport }) {
  const params = { id: String(run.id) };
  return (
    <Rows<ProfileImportLawyer>
      run={run}
      name="lawyers"
      label="各位律师的结果"
      rowKey="licenceNo"
      columns={LAWYER_COLUMNS}
      ask={(query, signal) => call(profileImportEndpoints.listProfileImportLawyers, { params, query }, signal)}
    />
  );
}

export function PhotoRows({ run }: { run: ProfileImport }) {
  const params = { id: String(run.id) };
  return (
    <Rows<ProfileImportPhoto>
      run={run}
      name="photos"
      label="各张照片的结果"
      rowKey="fileName"
      columns={PHOTO_COLUMNS}
      ask={(query, signal) => call(profileImportEndpoints.listProfileImportPhotos, { params, query }, signal)}
    />
  );
}

/** Rows of one outcome at a time, a page at a time. */
function Rows<Row extends object>({
  run,
  name,
  label,
  rowKey,
  columns,
  ask,
}: {
  run: ProfileImport;
  name: 'lawyers' | 'photos';
  label: string;
  rowKey: keyof Row & string;
  columns: TableColumnsType<Row>;
  ask(query: Query, signal: AbortSignal): Promise<Page<Row>>;
}) {
  const counts = run[name];
  const there = FIRST.filter((key) => counts[key] > 0);
  const [chosen, setChosen] = useState<ProfileImportOutcome | null>(null);
  const [cursors, setCursors] = useState<string[]>([]);
  const outcome = chosen !== null && there.includes(chosen) ? chosen : (there[0] ?? 'create');
  const cursor = cursors.at(-1);
  const rows = useQuery({
    queryKey: ['profile-import', String(run.id), name, run.state, run.total, outcome, cursor],
    queryFn: ({ signal }) => ask({ outcome, limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) }, signal),
    placeholderData: keepPreviousData,
  });
  const next = rows.data?.next;
  return (
    <section className="sheet padded stack" aria-label={label}>
      <h2>{label}</h2>
      <Segmented
        className="wrapping"
        aria-label={`${label}，显示`}
        options={there.map((value) => ({ value, label: `${PROFILE_IMPORT_OUTCOMES[value]} ${counts[value]}` }))}
        value={outcome}
        onChange={(value) => {
          setChosen(value);
          setCursors([]);
        }}
      />
      {rows.error && <Failure error={rows.error} onRetry={() => void rows.refetch()} />}
      <Table<Row>
        className="report"
        size="small"
        rowKey={rowKey}
        columns={columns}
        dataSource={rows.data?.items ?? []}
        loading={rows.isFetching}
        pagination={false}
        scroll={{ x: true }}
      />
      {(cursors.length > 0 || next) && (
        <div className="row">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            上一页
          </Button>
          <Button disabled={!next} onClick={() => next && setCursors([...cursors, next])}>
            下一页
          </Button>
        </div>
      )}
    </section>
  );
}
