import { Button, Progress } from 'antd';
import { paperEndpoints, type PrintBatchReply } from '../../../bff/contract/papers/endpoints.ts';
import { PRINT_BATCH_STATES } from '../../../bff/contract/papers/enums.ts';
import { addressOf } from '../../providers/call.ts';
import { Failure } from '../../ui/Failure.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { usePrintBatches } from './use-papers.ts';

const TONES = { making: 'busy', made: 'good', failed: 'alert' } as const;

/** The latest files for the printer: progress, then the download, as often as wanted. */
export function PrintBatches() {
  const { data, isError, error, refetch } = usePrintBatches({ isShown: true });
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="sheet padded" aria-label="打印文件">
      <h2>打印文件</h2>
      <ul className="plain">
        {data.map((batch) => (
          <Batch key={batch.id} batch={batch} />
        ))}
      </ul>
    </section>
  );
}

function Batch({ batch }: { batch: PrintBatchReply }) {
  const { id, state, orders, copies, done, pages, createdBy, createdAt } = batch;
  return (
    <li className="row">
      <StateTag tone={TONES[state]} label={PRINT_BATCH_STATES[state]} />
      <span className="figures">批次 {id}</span>
      <span>
        {orders} 单 {copies} 份{pages ? `，${pages} 页` : ''}
      </span>
      <span className="quiet">
        <span className="figures whole">{formatInstant(createdAt)}</span> {createdBy}
      </span>
      {state === 'making' && (
        <Progress percent={Math.floor((done / copies) * 100)} size="small" className="batch-progress" />
      )}
      {state === 'made' && (
        <Button
          size="small"
          href={addressOf(paperEndpoints.downloadPrintBatch, { params: { id: String(id) } })}
          target="_blank"
          rel="noreferrer"
        >
          打开 PDF
        </Button>
      )}
      {state === 'failed' && <span className="quiet">请重新勾选制作，仍不成功请到“任务”查看原因</span>}
    </li>
  );
}
