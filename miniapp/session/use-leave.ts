import { useState } from 'react';
import { faultText } from '../api/api-error.ts';
import { showToast } from '../platform/page/show-toast.ts';
import { signOut } from './use-session.ts';

/** 退出登录, with what its button needs. */
export function useLeave(): { run(): void; isBusy: boolean } {
  const [isBusy, setBusy] = useState(false);
  const run = () => {
    setBusy(true);
    signOut()
      .catch((fault: unknown) => showToast(`没有退出：${faultText(fault)}`))
      .finally(() => setBusy(false));
  };
  return { run, isBusy };
}
