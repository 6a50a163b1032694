import { Alert, App, Button } from 'antd';
import type { ProfileDetail } from '../../../bff/contract/profile/replies.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import type { useDecide } from './use-profiles.ts';
import type { Review } from './use-review.ts';

interface FinishProps {
  profile: ProfileDetail;
  review: Review;
  decision: ReturnType<typeof useDecide>;
  /** Leads on: a reviewer has many. */
  onDecided: () => Promise<void>;
}

/** 完成审核: what was said of the sections is told to the server at once, and decides the whole. */
export function useFinish({ profile, review, decision, onDecided }: FinishProps): () => void {
  const { message } = App.useApp();
  return () => {
    if (!review.isWhole || decision.isPending || profile.snapshotId === null) return;
    decision.mutate(
      { snapshotId: profile.snapshotId, decisions: review.decisions() },
      {
        onSuccess: ({ state, name }) => {
          const became = state === 'approved' ? '已通过' : '已驳回，本人会看到审核意见';
          void message.success(`${name}的信息${became}`);
          void onDecided();
        },
      },
    );
  };
}

export function Finish({ review, decision, finish }: Omit<FinishProps, 'profile' | 'onDecided'> & { finish(): void }) {
  const { toDecide, said, isWhole, rejected } = review;
  const done = toDecide.filter(({ key }) => said[key]).length;
  const outcome = rejected > 0 ? `将驳回，${rejected}项须修改` : '将通过';
  return (
    <div className="action-bar decision">
      {decision.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(decision.error)} />}
      <div className="row">
        <Button type="primary" disabled={!isWhole} loading={decision.isPending} onClick={finish}>
          完成审核
        </Button>
        <span>
          已审核 {done}/{toDecide.length} 项{isWhole && `，${outcome}`}
        </span>
      </div>
    </div>
  );
}
