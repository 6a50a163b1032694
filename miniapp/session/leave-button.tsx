import { useState } from 'react';
import { faultText } from '../api/api-error.ts';
import { showToast } from '../platform/page/show-toast.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { Confirm } from '../ui/sheets/modal.tsx';
import { unsentInWords } from './unsent.ts';
import { signOut } from './use-session.ts';

/** 退出登录; asks first when something that was typed and not sent would go with it. */
export function LeaveButton({ kind, className }: Pick<ButtonProps, 'kind' | 'className'>) {
  const [isBusy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState('');
  const leave = () => {
    setUnsent('');
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
        onTap={() => {
          const typed = unsentInWords();
          if (typed) setUnsent(typed);
          else leave();
        }}
        busyLabel={isBusy && '正在退出…'}
      >
        退出登录
      </Button>
      <Confirm
        isOpen={unsent !== ''}
        onClose={() => setUnsent('')}
        title="退出登录"
        question={`您有未提交的${unsent}。退出后，本设备上填写的内容和已上传的附件将清除，不能恢复。`}
        act="清除并退出"
        onAct={leave}
      />
    </>
  );
}
