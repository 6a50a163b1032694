import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { saysEnough, SETTLED_BY_ACT } from '../../../../bff/contract/review/words.ts';
import { submitsOrLeaves } from '../../../ui/form/submits-or-leaves.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { useLookAgain, type useDecision } from '../use-application.ts';
import { OverrulingFields, rulesInDoubt, wordsOf, type Words } from './OverrulingFields.tsx';

interface ApprovalProps {
  application: StaffApplicationDetail;
  decision: ReturnType<typeof useDecision>;
  onCancel(): void;
}

/** The confirmation of 通过: doubts want words; what the register contradicts, or has yet to confirm, offers none. */
export function Approval({ application, decision, onCancel }: ApprovalProps) {
  const { findings, lawyers } = application;
  if (findings.some(({ result }) => result === 'contradicted')) {
    return <Blocked application={application} onCancel={onCancel} {...CONTRADICTED} />;
  }
  const isOpen = lawyers.length > 0 && rulesInDoubt(findings).some((rule) => SETTLED_BY_ACT.includes(rule));
  if (isOpen) return <Blocked application={application} onCancel={onCancel} {...UNCONFIRMED} />;
  return <Confirmation application={application} decision={decision} onCancel={onCancel} />;
}

/** What staff write makes no letter true; this is what would. */
const CONTRADICTED = {
  title: '证明内容与本会登记不符，不能通过',
  description:
    '请驳回，并建议申请人改用其他证明类型（如执业状况证明）、其他对象或期间；登记有误的，先由会员管理人员更正登记，再重新核查。',
};
const UNCONFIRMED = {
  title: '拉丁字母姓名尚未核定，不能通过',
  description: '请先由会员管理人员与护照等证件核对后核定（见“拉丁字母姓名”），再重新核查。',
};

function Confirmation({ application, decision, onCancel }: ApprovalProps) {
  const form = useRef<HTMLFormElement>(null);
  const [words, setWords] = useState<Words>({});
  const [isTried, setIsTried] = useState(false);
  const rules = rulesInDoubt(application.findings);
  const missing = rules.filter((rule) => !saysEnough(words[rule] ?? ''));
  const confirm = () => {
    setIsTried(true);
    if (missing.length > 0) {
      form.current?.querySelector<HTMLTextAreaElement>(`[name="words.${missing[0]}"]`)?.focus();
      return;
    }
    const { findings, doubtsSeen: seen } = application;
    decision.mutate({ verdict: 'approve', words: wordsOf(findings, words), seen });
  };
  return (
    <form
      ref={form}
      className="confirm"
      role="group"
      aria-label="确认通过"
      onKeyDown={submitsOrLeaves(onCancel)}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <p>
        {rules.length > 0
          ? `尚有 ${rules.length} 类须核实，请逐类写明如何核实；内容记入操作日志，申请人看不到。`
          : '各项核查均符合。'}
        通过后立即出具并签署证明。
      </p>
      <OverrulingFields
        findings={application.findings}
        words={words}
        missing={isTried ? missing : []}
        error={decision.error}
        onChange={setWords}
      />
      <Faults error={decision.error} />
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          // Enter after `a` signs nothing that has to be looked into: with doubts the first field of words has the focus.
          autoFocus={rules.length === 0}
          loading={decision.isPending}
          aria-keyshortcuts="Control+Enter"
        >
          确认通过
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  );
}

/** Once the register has been put right the server looks again; that decides nothing. */
function Blocked({
  application,
  onCancel,
  title,
  description,
}: Pick<ApprovalProps, 'application' | 'onCancel'> & { title: string; description: string }) {
  const again = useLookAgain(String(application.id));
  return (
    <div className="confirm" role="group" aria-label="不能通过">
      <Alert type="error" showIcon role="alert" title={title} description={description} />
      <Faults error={again.error} />
      {again.isSuccess && <p role="status">已重新核查，仍然如此。</p>}
      <div className="row">
        <Button autoFocus onClick={onCancel}>
          返回
        </Button>
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          登记已更正，重新核查
        </Button>
      </div>
    </div>
  );
}

export const Faults = ({ error }: { error: unknown }) =>
  error ? <Alert type="error" showIcon role="alert" title={sentenceOf(error)} /> : null;
