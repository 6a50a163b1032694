import { Alert, Button, Progress } from 'antd';
import { Link } from 'react-router';
import { applicationUrl } from '../../../addresses.ts';
import { StateTag } from '../../../ui/StateTag.tsx';
import type { Batch, BatchResult } from './use-batch-approval.ts';

/** What became of each, while it goes on and afterwards. */
export function BatchResults({
  batch: { results, total, isRunning, stop, forget },
  name,
}: {
  batch: Batch;
  name: string;
}) {
  const failed = results.filter(({ failure }) => failure !== '');
  const done = results.filter(({ failure }) => failure === '');
  const left = total - results.length;
  const parts = [`已通过 ${done.length} 份`];
  if (failed.length > 0) parts.push(`${failed.length} 份未通过`);
  if (left > 0) parts.push(isRunning ? `还有 ${left} 份` : `${left} 份没有处理，仍在待审批中`);
  return (
    <Alert
      type={failed.length > 0 || (left > 0 && !isRunning) ? 'warning' : isRunning ? 'info' : 'success'}
      closable={isRunning ? false : { onClose: forget, 'aria-label': '关闭结果' }}
      title={parts.join('，')}
      action={isRunning && <Button onClick={stop}>停止</Button>}
      description={
        <>
          {isRunning && (
            <Progress percent={Math.floor((results.length / Math.max(total, 1)) * 100)} aria-label={`${name}的进度`} />
          )}
          <ul className="plain batch-list">
            {failed.map((result) => (
              <Line key={result.row.id} result={result} />
            ))}
          </ul>
          {!isRunning && done.length > 0 && (
            <details open={done.length <= SHOWN_AT_ONCE}>
              <summary>已通过的 {done.length} 份</summary>
              <ul className="plain batch-list">
                {done.map((result) => (
                  <Line key={result.row.id} result={result} />
                ))}
              </ul>
            </details>
          )}
        </>
      }
    />
  );
}

/** More are counted, and named when somebody asks. */
const SHOWN_AT_ONCE = 10;

const Line = ({ result: { row, failure } }: { result: BatchResult }) => (
  <li>
    <Link to={applicationUrl(row)} className="figures">
      {row.number}
    </Link>{' '}
    {row.applicantName} {failure ? <StateTag tone="bad" label={failure} /> : <StateTag tone="good" label="已通过" />}
  </li>
);
