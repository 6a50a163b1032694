import { useEffect, useState } from 'react';
import { wechatEndpoints } from '../../../bff/contract/wechat/endpoints.ts';
import { ApiError, faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { safeBack } from '../../session/lead-to-sign-in.ts';
import { startSession } from '../../session/use-session.ts';
import { askByWechat } from '../../session/wechat-sign-in.ts';
import { Hotline } from '../../office/hotline.tsx';
import { Door } from '../../shell/door.tsx';
import { pageUrl } from '../../addresses.ts';
import { startAt } from '../../platform/page/navigate.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { backFromWechat } from '../../platform/account/sign-in.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { Skeleton } from '../../ui/sheets/blank.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';

/** Where WeChat leads back to after a web authorisation. */
export default function FromWechatPage() {
  const { code = '', state = '' } = useParams();
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => {
    arrive(code, state).catch(setFault);
  }, [code, state]);
  return (
    <Door title="微信登录" heading="微信登录" hotline={<Hotline offersTicket={false} />}>
      {fault ? (
        <>
          <Box role="alert">
            <Notice tone="warn">{explain(fault)}</Notice>
          </Box>
          <Link href={pageUrl('signIn')}>用账号和密码登录</Link>
        </>
      ) : (
        <Skeleton lines={3} />
      )}
    </Door>
  );
}

async function arrive(webCode: string, state: string): Promise<void> {
  const kept = backFromWechat();
  if (!kept || !webCode) throw new ApiError('wechat_refused');
  const proof = { webCode, state, browser: kept.browser };
  if (kept.purpose === 'bind') {
    await call(wechatEndpoints.addWechatBinding, { body: { proof } });
    showToast('已绑定此微信');
  } else {
    startSession(await askByWechat(proof));
  }
  startAt(safeBack(kept.back));
}

function explain(fault: unknown): string {
  const isUnbound = fault instanceof ApiError && fault.code === 'wechat_not_bound';
  return isUnbound
    ? '此微信还没有绑定会员账号。请先用账号和密码登录，再到“我的 › 微信绑定”中绑定，以后即可用微信登录。'
    : faultText(fault);
}
