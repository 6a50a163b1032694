import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { QueueRow } from '../../../../bff/contract/certificates/endpoints.ts';
import { MAX_READING_SET } from '../../../../bff/contract/review/limits.ts';
import { pageUrl } from '../../../addresses.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { BatchResults } from './BatchResults.tsx';
import { ConfirmSet } from './ConfirmSet.tsx';
import { useBatchApproval } from './use-batch-approval.ts';

interface BatchApprovalProps {
  chosen: QueueRow[];
  /** Chooses everything that may be approved in that way and that the filters let through. */
  onChooseAll(way: 'batch' | 'reading'): Promise<void>;
  onForget(): void;
}

/**
 * 批量通过 of what a machine has fully checked: choose, confirm with the list before one's eyes, then the result of each.
 * What somebody has to read leads to the reading mode.
 */
export function BatchApproval({ chosen, onChooseAll, onForget }: BatchApprovalProps) {
  const [isAsking, setIsAsking] = useState(false);
  const navigate = useNavigate();
  const batch = useBatchApproval();
  const choosing = useMutation({ mutationFn: onChooseAll });
  const checked = chosen.filter(({ way }) => way === 'batch');
  const toRead = chosen.filter(({ way }) => way === 'reading').slice(0, MAX_READING_SET);
  const start = () => {
    setIsAsking(false);
    batch.approve(checked, 'approve_checked');
    onForget();
  };
  return (
    <section className="batch" aria-label="批量处理">
      {(batch.results.length > 0 || batch.isRunning) && <BatchResults batch={batch} name="批量通过" />}
      {isAsking && checked.length > 0 ? (
        <ConfirmSet
          name="确认批量通过"
          act={`确认通过 ${checked.length} 份`}
          letters={checked}
          back="取消"
          onConfirm={start}
          onBack={() => setIsAsking(false)}
        >
          将通过以下 <strong>{checked.length}</strong> 份申请，通过后立即出具并签署证明，不能退回：
        </ConfirmSet>
      ) : (
        <div className="row">
          <Button
            disabled={checked.length === 0 || batch.isRunning}
            loading={batch.isRunning}
            onClick={() => setIsAsking(true)}
          >
            {checked.length > 0 ? `批量通过（${checked.length}）` : '批量通过'}
          </Button>
          {toRead.length > 0 && (
            <Button
              disabled={batch.isRunning}
              onClick={() => void navigate(pageUrl('reading', { ids: toRead.map(({ id }) => id).join(',') }))}
            >
              逐份阅读（{toRead.length}）
            </Button>
          )}
          <Button disabled={batch.isRunning} loading={choosing.isPending} onClick={() => choosing.mutate('batch')}>
            选中全部可批量通过的
          </Button>
          <Button disabled={batch.isRunning} loading={choosing.isPending} onClick={() => choosing.mutate('reading')}>
            选中须逐份阅读的
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
          <span className="quiet">
            系统已全部核查的可批量通过；须人工审核、有自填内容或附件的，逐份阅读后一次签署；有存疑的请单独审核
          </span>
        </div>
      )}
    </section>
  );
}
