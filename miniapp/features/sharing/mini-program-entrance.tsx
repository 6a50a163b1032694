import { useState } from 'react';
import { wechatEndpoints } from '../../../bff/contract/wechat/endpoints.ts';
import type { MakeMiniProgramLink } from '../../../bff/contract/wechat/schemas.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { canOpenMiniProgram, openMiniProgram } from '../../platform/wechat/mini-program.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { useOffice } from '../../office/use-office.ts';

/** On a telephone's browser: goes on with the same page in the mini-program. */
export function MiniProgramEntrance({ to, className }: { to: MakeMiniProgramLink; className?: string | undefined }) {
  const office = useOffice();
  const [isBusy, setBusy] = useState(false);
  if (!office.data?.hasMiniProgram || !canOpenMiniProgram()) return null;
  const open = () => {
    setBusy(true);
    call(wechatEndpoints.makeMiniProgramLink, { body: to })
      .then(({ url }) => openMiniProgram(url))
      .catch((fault: unknown) => showToast(faultText(fault)))
      .finally(() => setBusy(false));
  };
  return (
    <Button kind="secondary" onTap={open} busyLabel={isBusy && '正在打开微信…'} {...(className ? { className } : {})}>
      在微信小程序中打开
    </Button>
  );
}
