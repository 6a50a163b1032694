import { Button as NativeButton } from '@tarojs/components';
import { useState } from 'react';
import type { SessionReply } from '../../../bff/contract/endpoints/accounts.ts';
import { ApiError } from '../../api/api-error.ts';
import { askPrivacy } from '../../platform/privacy.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { signInAndBind, signInByWechat } from './use-session.ts';
import type { WechatEntranceProps } from './wechat-entrance-props.ts';
import styles from './wechat-entrance.module.css';

/** WeChat itself asks only the first time; an edition that is new since then is agreed to here. */
async function byPhone(phoneCode: string): Promise<SessionReply> {
  if (!(await askPrivacy())) throw new ApiError('forbidden', { message: '未同意隐私保护指引，请用账号和密码登录' });
  return signInAndBind({ phoneCode });
}

/** In the mini-program: by the WeChat that is bound, or by the phone number that WeChat vouches for. */
export function WechatEntrance({ onSignedIn, onFault }: WechatEntranceProps) {
  const [busy, setBusy] = useState<'wechat' | 'phone' | null>(null);
  const run = (which: 'wechat' | 'phone', work: ReturnType<typeof signInByWechat>) => {
    setBusy(which);
    work.then(onSignedIn, (fault: unknown) => {
      setBusy(null);
      onFault(fault);
    });
  };
  return (
    <Box className={styles.entrance}>
      <Button
        kind="secondary"
        className={styles.way}
        onTap={() => run('wechat', signInByWechat())}
        busyLabel={busy === 'wechat' && '正在登录…'}
      >
        用已绑定的微信登录
      </Button>
      <NativeButton
        className={styles.native}
        openType="getPhoneNumber"
        disabled={busy !== null}
        onGetPhoneNumber={({ detail }) => {
          // Whoever declines has no code.
          if (detail.code) run('phone', byPhone(detail.code));
        }}
      >
        {busy === 'phone' ? '正在登录…' : '用登记的手机号登录并绑定'}
      </NativeButton>
    </Box>
  );
}
