import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { QueueRow } from '../../../bff/contract/endpoints/certificates.ts';
import { StateTag } from '../../ui/StateTag.tsx';
import { useBatchApproval, type BatchResult } from './use-batch-approval.ts';

interface BatchApprovalProps {
  chosen: QueueRow[];
  onDone(): void;
}

/** 批量通过 of applications without doubts: choose, confirm with the list before one's eyes, then the result of each. */
export function BatchApproval({ chosen, onDone }: BatchApprovalProps) {
  const [isAsking, setIsAsking] = useState(false);
  const batch = useBatchApproval();
  const start = () => {
    setIsAsking(false);
    batch.forget();
    batch.approve(chosen);
    onDone();
  };
  return (
    <section className="batch" aria-label="批量通过">
      {batch.results.length > 0 && (
        <Results results={batch.results} isRunning={batch.isRunning} onClose={batch.forget} />
      )}
      {isAsking && chosen.length > 0 ? (
        <div className="sheet padded confirm" role="group" aria-label="确认批量通过">
          <p>
            将通过以下 <strong>{chosen.length}</strong> 份申请，通过后立即出具并签署证明，不能退回：
          </p>
          <ul className="plain">
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
          <span className="quiet">仅可勾选各项核查均符合的申请，存疑的请逐份审核</span>
        </div>
      )}
    </section>
  );
}

function Results({ results, isRunning, onClose }: { results: BatchResult[]; isRunning: boolean; onClose(): void }) {
  const failed = results.filter(({ failure }) => failure !== '').length;
  const done = results.length - failed;
  return (
    <Alert
      type={failed > 0 ? 'warning' : 'success'}
      closable={isRunning ? false : { onClose, 'aria-label': '关闭结果' }}
      title={`已通过 ${done} 份${failed > 0 ? `，${failed} 份未通过` : ''}${isRunning ? '，正在继续…' : ''}`}
      description={
        <ul className="plain">
          {results.map(({ row, failure }) => (
            <li key={row.id}>
              <span className="figures">{row.number}</span> {row.applicantName}{' '}
              {failure ? <StateTag tone="bad" label={failure} /> : <StateTag tone="good" label="已通过" />}
            </li>
          ))}
        </ul>
      }
    />
  );
}
