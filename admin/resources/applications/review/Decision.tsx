import { Button, Input } from 'antd';
import { useState } from 'react';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { MAX_OPINION } from '../../../../bff/contract/review/limits.ts';
import { ApiFailure } from '../../../providers/failure.ts';
import { useHotkeys } from '../../../ui/use-hotkeys.ts';
import { Approval, Faults } from './Approval.tsx';
import { OpinionBlocks } from './OpinionBlocks.tsx';
import type { useDecision } from '../use-application.ts';

interface DecisionProps {
  application: StaffApplicationDetail;
  decision: ReturnType<typeof useDecision>;
  onNext: (() => void) | undefined;
  onPrevious: (() => void) | undefined;
}
type Asking = 'nothing' | 'approve' | 'reject';

/** The bar with 通过, 驳回 and 下一份. Both verdicts are confirmed: one key alone never signs a document. */
export function Decision({ application, decision, onNext, onPrevious }: DecisionProps) {
  const [asking, setAsking] = useState<Asking>('nothing');
  const { approve, reject } = application.permits;
  const ask = (what: Asking) => {
    decision.reset();
    setAsking(what);
    // What is decided about stands above the bar, which grows over the lower half of the page.
    if (what !== 'nothing') document.getElementById('findings')?.scrollIntoView({ block: 'start' });
  };
  useHotkeys({
    a: approve ? () => ask('approve') : undefined,
    r: reject ? () => ask('reject') : undefined,
    n: onNext,
    Escape: asking === 'nothing' ? undefined : () => ask('nothing'),
  });
  if (!approve && !reject && !onNext && !onPrevious) return null;
  return (
    <div className="action-bar decision">
      {asking === 'approve' && approve && (
        <Approval application={application} decision={decision} onCancel={() => ask('nothing')} />
      )}
      {asking === 'reject' && reject && <Rejection decision={decision} onCancel={() => ask('nothing')} />}
      <div className="row">
        {approve && asking === 'nothing' && (
          <Button type="primary" onClick={() => ask('approve')} aria-keyshortcuts="a">
            通过
          </Button>
        )}
        {reject && asking === 'nothing' && (
          <Button danger onClick={() => ask('reject')} aria-keyshortcuts="r">
            驳回
          </Button>
        )}
        {asking === 'nothing' && onPrevious && (
          <Button onClick={onPrevious} aria-keyshortcuts="p" className="push">
            上一份
          </Button>
        )}
        {asking === 'nothing' && (
          <Button disabled={!onNext} onClick={onNext} aria-keyshortcuts="n" className={onPrevious ? '' : 'push'}>
            {onNext ? '下一份' : '没有下一份'}
          </Button>
        )}
      </div>
    </div>
  );
}

function Rejection({ decision, onCancel }: { decision: DecisionProps['decision']; onCancel(): void }) {
  const [opinion, setOpinion] = useState('');
  const fault = decision.error instanceof ApiFailure ? decision.error.fields['opinion'] : undefined;
  return (
    <form
      className="confirm"
      aria-label="驳回申请"
      onSubmit={(event) => {
        event.preventDefault();
        decision.mutate({ verdict: 'reject', opinion });
      }}
    >
      <OpinionBlocks onChosen={(sentence) => setOpinion((typed) => typed + sentence)} />
      <label>
        <span className="required">审核意见</span>
        <Input.TextArea
          autoFocus
          value={opinion}
          maxLength={MAX_OPINION}
          showCount
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="申请人会看到这段意见，请写明原因和下一步怎么办"
          status={fault ? 'error' : ''}
          aria-invalid={Boolean(fault)}
          aria-describedby={fault ? 'opinion-fault' : undefined}
          onChange={(event) => setOpinion(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        />
      </label>
      {fault ? (
        <p id="opinion-fault" role="alert" className="fault">
          {fault}
        </p>
      ) : (
        <Faults error={decision.error} />
      )}
      <div className="row">
        <Button type="primary" danger htmlType="submit" loading={decision.isPending}>
          确认驳回
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}
