import { Button, Input } from 'antd';
import { MAX_OPINION } from '../../../../bff/contract/review/limits.ts';
import { ApiFailure } from '../../../providers/failure.ts';
import { submitsOrLeaves } from '../../../ui/form/submits-or-leaves.ts';
import { digitWithAlt } from '../../../ui/form/ready-by-digit.ts';
import { useWarnWhile } from '../../../ui/form/use-leave-warning.ts';
import type { useDecision } from '../use-application.ts';
import { Faults } from './Approval.tsx';
import { OpinionBlocks } from './OpinionBlocks.tsx';

interface RejectionProps {
  /** `doubtsSeen` of the page: who rejects has seen what was sent last. */
  seen: string;
  decision: ReturnType<typeof useDecision>;
  /** The ready ones, in the order of their digits; undefined until they have come. */
  opinions: readonly string[] | undefined;
  opinion: string;
  onChange(opinion: string): void;
  /** The ready opinion of that digit is to be added, as soon as it has come. */
  onDigit(digit: number): void;
  onCancel(): void;
}

/** The confirmation of 驳回: its opinion, typed or put together from ready sentences (a click, or Alt and the digit). */
export function Rejection({ seen, decision, opinions = [], opinion, onChange, onDigit, onCancel }: RejectionProps) {
  const fault = decision.error instanceof ApiFailure ? decision.error.fields['opinion'] : undefined;
  const leave = submitsOrLeaves(onCancel);
  // A ready opinion is not lost with the page; whatever is being sent leads on by itself.
  useWarnWhile(opinion !== '' && !opinions.includes(opinion) && !decision.isPending && !decision.isSuccess);
  return (
    <form
      className="confirm"
      aria-label="驳回申请"
      onSubmit={(event) => {
        event.preventDefault();
        decision.mutate({ verdict: 'reject', opinion, seen });
      }}
      onKeyDown={(event) => {
        const digit = digitWithAlt(event);
        if (digit === undefined) return leave(event);
        event.preventDefault();
        onDigit(digit);
      }}
    >
      <OpinionBlocks opinions={opinions} onChosen={(sentence) => onChange(opinion + sentence)} />
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
          onChange={(event) => onChange(event.target.value)}
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
        <Button type="primary" danger htmlType="submit" loading={decision.isPending} aria-keyshortcuts="Control+Enter">
          确认驳回
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}
