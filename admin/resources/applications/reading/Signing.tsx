import { Link } from 'react-router';
import { REVIEW_DESK } from '../../../addresses.ts';
import { BatchResults } from '../review/BatchResults.tsx';
import { ConfirmSet } from '../review/ConfirmSet.tsx';
import { useBatchApproval } from '../review/use-batch-approval.ts';
import type { ReadLetter } from './OneLetter.tsx';

interface SigningProps {
  ids: readonly number[];
  read: ReadonlyMap<number, ReadLetter>;
  onBack(): void;
}

/** At the end: what was read is signed as a set, with one confirmation; what was not read is left as it is. */
export function Signing({ ids, read, onBack }: SigningProps) {
  const batch = useBatchApproval();
  const letters = ids.flatMap((id) => read.get(id) ?? []);
  const unread = ids.length - letters.length;
  const isStarted = batch.isRunning || batch.results.length > 0;
  return (
    <section className="batch" aria-label="集中签署">
      {isStarted && <BatchResults batch={batch} name="集中签署" />}
      {!isStarted && (
        <ConfirmSet
          name="确认签署"
          act={`确认签署 ${letters.length} 份`}
          letters={letters.map(({ application, seconds }) => ({ ...application, note: `阅读 ${seconds} 秒` }))}
          none="没有已阅的证明，不能签署。"
          back="回到第一份"
          onConfirm={() =>
            batch.approve(
              letters.map(({ application }) => application),
              'approve_read',
            )
          }
          onBack={onBack}
        >
          将通过以下已阅的 <strong>{letters.length}</strong> 份申请，通过后立即出具并签署证明，不能退回
          {unread > 0 && `（另有 ${unread} 份未阅，仍在待审批中）`}：
        </ConfirmSet>
      )}
      {isStarted && !batch.isRunning && <Link to={REVIEW_DESK}>返回证明审核</Link>}
    </section>
  );
}
