import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { MAX_RETURN } from '../../../../bff/contract/review/limits.ts';
import { ApiFailure } from '../../../providers/failure.ts';
import { formatInstant } from '../../../ui/dates.ts';
import { submitsOrLeaves } from '../../../ui/form/submits-or-leaves.ts';
import { useWarnWhile } from '../../../ui/form/use-leave-warning.ts';
import type { useDecision } from '../use-application.ts';
import { WholeTimes } from '../../../ui/WholeTimes.tsx';
import { Faults } from './Approval.tsx';

interface ReturnProps {
  /** `doubtsSeen` of the page: who returns it has seen what was sent last. */
  seen: string;
  decision: ReturnType<typeof useDecision>;
  /** What an offer has filled in. */
  begun: { reason: string; request: string };
  onCancel(): void;
}

/** The confirmation of 退回补正: why, and what the member is to complete. */
export function Return({ seen, decision, begun, onCancel }: ReturnProps) {
  const [reason, setReason] = useState(begun.reason);
  const [request, setRequest] = useState(begun.request);
  const isTyped = reason !== begun.reason || request !== begun.request;
  useWarnWhile(isTyped && !decision.isPending && !decision.isSuccess);
  const faults = decision.error instanceof ApiFailure ? decision.error.fields : {};
  return (
    <form
      className="confirm"
      aria-label="退回补正"
      onSubmit={(event) => {
        event.preventDefault();
        decision.mutate({ verdict: 'return', reason, request, seen });
      }}
      onKeyDown={submitsOrLeaves(onCancel)}
    >
      <Words
        label="退回原因"
        hint="申请人会看到"
        autoFocus
        value={reason}
        onChange={setReason}
        fault={faults['reason']}
      />
      <Words
        label="需补正的内容"
        hint="写明要补什么、改哪一处；申请人补正后以原编号重新提交"
        value={request}
        onChange={setRequest}
        fault={faults['request']}
      />
      {faults['reason'] || faults['request'] ? null : <Faults error={decision.error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={decision.isPending} aria-keyshortcuts="Control+Enter">
          确认退回
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}

interface WordsProps {
  label: string;
  hint: string;
  autoFocus?: boolean;
  value: string;
  onChange(value: string): void;
  fault: string | undefined;
}

function Words({ label, hint, autoFocus = false, value, onChange, fault }: WordsProps) {
  const id = `fault-of-${label}`;
  return (
    <>
      <label>
        <span className="required">{label}</span>
        <Input.TextArea
          autoFocus={autoFocus}
          value={value}
          maxLength={MAX_RETURN}
          showCount
          autoSize={{ minRows: 1, maxRows: 4 }}
          placeholder={hint}
          status={fault ? 'error' : ''}
          aria-invalid={Boolean(fault)}
          aria-describedby={fault ? id : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {fault && (
        <p id={id} role="alert" className="fault">
          {fault}
        </p>
      )}
    </>
  );
}

/** That it waits for its member, since when, for what and until when. */
export function Returned({ returned }: { returned: NonNullable<StaffApplicationDetail['returned']> }) {
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={
        <WholeTimes
          words={`已于 ${formatInstant(returned.at)} 退回补正，等申请人在 ${returned.lastDay}（含）前重新提交，逾期自动关闭`}
        />
      }
      description={
        <>
          <div className="multiline">退回原因：{returned.reason}</div>
          <div className="multiline">需补正：{returned.request}</div>
        </>
      }
    />
  );
}
