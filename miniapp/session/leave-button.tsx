import { useState } from 'react';
import { hasDraft } from '../application/drafts/kept-draft.ts';
import { faultText } from '../api/api-error.ts';
import { showToast } from '../platform/page/show-toast.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { Confirm } from '../ui/sheets/modal.tsx';
import { signOut } from './use-session.ts';

/** 退出登录; asks first when an application that has been begun would go with it. */
export function LeaveButton({ kind, className }: Pick<ButtonProps, 'kind' | 'className'>) {
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const leave = () => {
    setAsking(false);
    setBusy(true);
    signOut()
      .catch((fault: unknown) => showToast(`没有退出：${faultText(fault)}`))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button
        {...(kind ? { kind } : {})}
        {...(className ? { className } : {})}
        onTap={() => (hasDraft() ? setAsking(true) : leave())}
        busyLabel={isBusy && '正在退出…'}
      >
        退出登录
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="退出登录"
        question="您有一份未提交的申请。退出后，本设备上填写的内容和已上传的附件将清除，不能恢复。"
        act="清除并退出"
        onAct={leave}
      />
    </>
  );
}
