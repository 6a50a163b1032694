import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { QueueRow } from '../../../../bff/contract/certificates/endpoints.ts';
import { applicationUrl } from '../../../addresses.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { StateTag } from '../../../ui/StateTag.tsx';
import { useBatchApproval, type Batch, type BatchResult } from './use-batch-approval.ts';

interface BatchApprovalProps {
  chosen: QueueRow[];
  /** Chooses everything without doubts that the filters let through. */
  onChooseAll(): Promise<void>;
  onForget(): void;
}

/** 批量通过 of applications without doubts: choose, confirm with the list before one's eyes, then the result of each. */
export function BatchApproval({ chosen, onChooseAll, onForget }: BatchApprovalProps) {
  const [isAsking, setIsAsking] = useState(false);
  const batch = useBatchApproval();
  const choosing = useMutation({ mutationFn: onChooseAll });
  const start = () => {
    setIsAsking(false);
    batch.approve(chosen);
    onForget();
  };
  return (
    <section className="batch" aria-label="批量通过">
      {(batch.results.length > 0 || batch.isRunning) && <Results batch={batch} />}
      {isAsking && chosen.length > 0 ? (
        <div className="sheet padded confirm" role="group" aria-label="确认批量通过">
          <p>
            将通过以下 <strong>{chosen.length}</strong> 份申请，通过后立即出具并签署证明，不能退回：
          </p>
          <ul className="plain batch-list">
            {chosen.map((row) => (
              <li key={row.id}>
                <span className="figures">{row.number}</span> {row.applicantName} · {row.typeLabel}
              </li>
            ))}
          </ul>
          <div className="row">
            <Button type="primary" autoFocus onClick={start}>
              确认通过 {chosen.length} 份
            </Button>
            <Button onClick={() => setIsAsking(false)}>取消</Button>
          </div>
        </div>
      ) : (
        <div className="row">
          <Button
            disabled={chosen.length === 0 || batch.isRunning}
            loading={batch.isRunning}
            onClick={() => setIsAsking(true)}
          >
            {chosen.length > 0 ? `批量通过（${chosen.length}）` : '批量通过'}
          </Button>
          <Button disabled={batch.isRunning} loading={choosing.isPending} onClick={() => choosing.mutate()}>
            选中全部无存疑的
          </Button>
          {chosen.length > 0 && (
            <Button type="link" onClick={onForget}>
              取消选择
            </Button>
          )}
          {choosing.isError && (
            <span role="alert" className="fault">
              {sentenceOf(choosing.error)}
            </span>
          )}
          <span className="quiet">仅可勾选各项核查均符合的申请，存疑的请逐份审核</span>
        </div>
      )}
    </section>
  );
}

function Results({ batch: { results, total, isRunning, stop, forget } }: { batch: Batch }) {
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
            <Progress percent={Math.floor((results.length / Math.max(total, 1)) * 100)} aria-label="批量通过的进度" />
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
