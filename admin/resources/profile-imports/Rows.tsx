import type { TableColumnsType } from 'antd';
import {
  profileImportEndpoints,
  type ProfileImport,
  type ProfileImportLawyer,
  type ProfileImportPhoto,
} from '../../../bff/contract/profile-imports/endpoints.ts';
import { PROFILE_IMPORT_OUTCOMES, type ProfileImportOutcome } from '../../../bff/contract/profile-imports/enums.ts';
import { call } from '../../providers/call.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { RowsByOutcome } from '../../ui/list/RowsByOutcome.tsx';
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
const ORDER: readonly ProfileImportOutcome[] = ['faulty', 'refused', 'skipped', 'update', 'create', 'unchanged'];

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

export function LawyerRows({ run }: { run: ProfileImport }) {
  const params = { id: String(run.id) };
  return (
    <RowsByOutcome<ProfileImportLawyer, ProfileImportOutcome>
      {...partOf(run, 'lawyers')}
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
    <RowsByOutcome<ProfileImportPhoto, ProfileImportOutcome>
      {...partOf(run, 'photos')}
      label="各张照片的结果"
      rowKey="fileName"
      columns={PHOTO_COLUMNS}
      ask={(query, signal) => call(profileImportEndpoints.listProfileImportPhotos, { params, query }, signal)}
    />
  );
}

const partOf = (run: ProfileImport, name: 'lawyers' | 'photos') => ({
  hasHeading: true,
  labels: PROFILE_IMPORT_OUTCOMES,
  counts: run[name],
  order: ORDER,
  queryKey: ['profile-import', String(run.id), name, run.state, run.total],
});
