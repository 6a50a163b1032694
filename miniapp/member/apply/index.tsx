import { useEffect, useRef, useState } from 'react';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { useDraft, type ApplyStep } from '../../application/draft.ts';
import { originOf } from '../../application/origin.ts';
import { DraftLine } from '../../application/drafts/draft-line.tsx';
import { StepDone } from '../../features/apply/step-done.tsx';
import { StepForm } from '../../features/apply/step-form.tsx';
import { StepPreview } from '../../features/apply/step-preview.tsx';
import { StepRecord } from '../../features/apply/step-record.tsx';
import { CannotComplete } from '../../features/apply/cannot-complete.tsx';
import { StepType } from '../../features/apply/step-type.tsx';
import { useApplication } from '../../features/apply/use-application.ts';
import { canAskFor, useTypes } from '../../application/use-types.ts';
import { MemberPage } from '../../shell/page.tsx';
import { goBack } from '../../platform/page/navigate.ts';
import { useStepHistory } from '../../platform/steps/use-step-history.ts';
import { showTop } from '../../platform/page/show-field.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { StepBar } from '../../ui/marks/step-bar.tsx';

const STEPS: readonly ApplyStep[] = ['record', 'type', 'form', 'preview'];
const STEP_NAMES = ['信息确认', '选择证明', '填写信息', '证明预览', '提交证明'] as const;

/** 我要申请, five steps on one page; the draft knows which one. */
export default function ApplyPage() {
  const { accountId, draft, goTo } = useDraft();
  const back = () => {
    const before = STEPS[STEPS.indexOf(draft.step) - 1];
    // Its type is settled, and its member's entries were looked at when it was sent first.
    const isFirst = draft.step === 'form' && originOf(accountId, draft)?.kind === 'completion';
    if (before && !isFirst) goTo(before);
    else goBack();
  };
  return (
    <MemberPage title="我要申请" entry="apply" onBack={back}>
      {(account) => <Apply key={account.id} account={account} />}
    </MemberPage>
  );
}

function Apply({ account }: { account: MemberAccount }) {
  const { accountId, draft, open } = useDraft();
  const types = useTypes();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    open(account.id);
    setOpen(true);
  }, [account.id, open]);

  if (types.isError) {
    return <Failure fault={types.error} safe="您填写的内容已保存在本设备。" onRetry={() => void types.refetch()} />;
  }
  if (!types.data || !isOpen || accountId !== account.id) {
    return (
      <Sheet>
        <Skeleton lines={6} />
      </Sheet>
    );
  }
  return <Steps account={account} types={types.data} step={draft.step} />;
}

function Steps({
  account,
  types,
  step,
}: {
  account: MemberAccount;
  types: Parameters<typeof useApplication>[0];
  step: ApplyStep;
}) {
  // A draft may name one that its member can ask for no more.
  const application = useApplication(types.filter(canAskFor));
  const { submitted } = application;
  const current = submitted ? STEPS.length : STEPS.indexOf(step);
  const { draft, goTo } = useDraft();
  const origin = originOf(account.id, draft);
  // Its type is settled: where that is not offered any more, choosing another one would be refused.
  const unfinishable = origin?.kind === 'completion' && !application.type ? origin : null;
  useStepHistory(step, (to) => {
    // What stands behind a submitted application in the history is filled in no more.
    const isStep = STEPS.some((one) => one === to);
    if (isStep && !submitted) goTo(to as ApplyStep);
  });
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current !== current) showTop();
    shown.current = current;
  }, [current]);
  return (
    <>
      <StepBar steps={STEP_NAMES} current={current} />
      {submitted ? null : <DraftLine useStore={useDraft} />}
      {submitted ? (
        <StepDone application={submitted} onAgain={application.startAgain} />
      ) : unfinishable ? (
        <CannotComplete origin={unfinishable} />
      ) : step === 'record' ? (
        <StepRecord account={account} />
      ) : step === 'type' || !application.type ? (
        <StepType types={types} />
      ) : step === 'form' ? (
        <StepForm account={account} type={application.type} application={application} />
      ) : (
        <StepPreview type={application.type} application={application} />
      )}
    </>
  );
}
