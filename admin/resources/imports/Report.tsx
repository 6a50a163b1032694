import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ImportReport } from '../../../bff/contract/imports/endpoints.ts';
import type { ImportRow } from '../../../bff/contract/imports/replies.ts';
import { notedIn, type Noted } from '../../../bff/contract/imports/noted.ts';
import { IMPORT_OUTCOMES, type ImportOutcome } from '../../../bff/contract/imports/enums.ts';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';

const TONES: Record<ImportOutcome, Tone> = { create: 'good', update: 'busy', unchanged: 'still', faulty: 'bad' };
const PAGE_SIZE = 50;

export const rowColumns: TableColumnsType<ImportRow> = [
  { title: '行', dataIndex: 'row', align: 'right', className: 'figures' },
  { title: '对象', dataIndex: 'name', className: 'wrap' },
  {
    title: '结果',
    dataIndex: 'outcome',
    render: (outcome: ImportOutcome) => <StateTag tone={TONES[outcome]} label={IMPORT_OUTCOMES[outcome]} />,
  },
  { title: '说明', key: 'says', className: 'wrap', render: (_, row) => <Says row={row} /> },
];

/** What a person should look at before a sheet is applied, in sentences; empty: nothing. */
export const notedInWords = ({ held, doubtful, unseen }: Noted): string =>
  [
    held > 0 ? `其中 ${held} 行修改联系方式，新的暂不能用于收取验证码，见说明。` : '',
    doubtful > 0 ? `其中 ${doubtful} 行有需要核对之处，见说明，核对后再导入。` : '',
    unseen > 0 ? `另有 ${unseen} 行在文件中隐藏或为合计行，见说明。` : '',
  ].join('');

/** What a sheet would do, the faults first; it is applied only without any. */
export function Report({
  fileName,
  report,
  isApplying,
  onApply,
  marked,
}: {
  fileName: string;
  report: ImportReport;
  isApplying: boolean;
  onApply(): void;
  /** Offers the same file with its faults marked. */
  marked: ReactNode;
}) {
  const { counts, rows } = report;
  const [shown, setShown] = useState<ImportOutcome | 'all'>(counts.faulty > 0 ? 'faulty' : 'all');
  const changing = counts.create + counts.update;
  const outcomes = Object.keys(IMPORT_OUTCOMES) as ImportOutcome[];
  const options = [
    { value: 'all' as const, label: `全部 ${rows.length}` },
    ...outcomes.map((outcome) => ({ value: outcome, label: `${IMPORT_OUTCOMES[outcome]} ${counts[outcome]}` })),
  ];
  return (
    <section className="sheet padded stack" aria-label="检查结果">
      <h2>检查结果：{fileName}</h2>
      <p role="status">
        {counts.faulty > 0
          ? `有 ${counts.faulty} 行有问题，改正文件后重新选择；目前没有任何改动。`
          : changing === 0
            ? '文件内容与登记一致，没有需要导入的改动。'
            : `可以导入：新增 ${counts.create} 行，修改 ${counts.update} 行。目前没有任何改动。`}
        {notedInWords(notedIn(rows))}
      </p>
      <Segmented className="wrapping" aria-label="显示" options={options} value={shown} onChange={setShown} />
      <Table<ImportRow>
        className="report"
        size="small"
        rowKey="row"
        columns={rowColumns}
        dataSource={rows.filter(({ outcome }) => shown === 'all' || outcome === shown)}
        pagination={{ pageSize: PAGE_SIZE, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: true }}
      />
      <div className="row">
        <Button type="primary" disabled={counts.faulty > 0 || changing === 0} loading={isApplying} onClick={onApply}>
          确认导入 {changing} 行
        </Button>
        {counts.faulty > 0 && marked}
      </div>
    </section>
  );
}

function Says({ row }: { row: ImportRow }) {
  if (row.faults.length === 0) {
    return (
      <>
        {row.changes ? <WholeTimes words={row.changes} /> : row.doubts.length > 0 ? '' : '—'}
        {row.doubts.map(({ column, message }) => (
          <div key={`${column}${message}`}>
            <StateTag tone="wait" label="请核对" /> {column ? `${column}：` : ''}
            {message}
          </div>
        ))}
        {row.holds.map(({ column, message }) => (
          <div key={column}>
            <StateTag tone="busy" label="暂缓" /> {column}：{message}
          </div>
        ))}
      </>
    );
  }
  return (
    <ul className="plain">
      {row.faults.map(({ column, message }) => (
        <li key={`${column}${message}`}>
          {column ? `${column}：` : ''}
          <WholeTimes words={message} />
        </li>
      ))}
    </ul>
  );
}
