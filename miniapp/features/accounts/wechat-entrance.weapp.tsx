import { useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { signInAndBind, signInByWechat } from '../../session/use-session.ts';
import type { WechatEntranceProps } from './wechat-entrance-props.ts';
import { WechatPhone } from './wechat-phone.weapp.tsx';
import styles from './wechat-entrance.module.css';

/** In the mini-program: by the WeChat that is bound, or by the phone number that WeChat vouches for, with the password. */
export function WechatEntrance({ password, onSignedIn, onFault }: WechatEntranceProps) {
  const [busy, setBusy] = useState<'wechat' | 'phone' | null>(null);
  const run = (which: 'wechat' | 'phone', work: ReturnType<typeof signInByWechat>) => {
    setBusy(which);
    work.then(onSignedIn, (fault: unknown) => {
      setBusy(null);
      onFault(fault);
    });
  };
  const refuse = (message: string) => onFault(new ApiError('forbidden', { message }));
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
      {password === '' ? (
        <Button
          kind="secondary"
          className={styles.way}
          onTap={() => refuse('请先在上面输入密码（账号不用填），再用手机号登录；第一次使用请点“开通账号”')}
        >
          用登记的手机号登录（先输入密码）
        </Button>
      ) : (
        <WechatPhone
          label="用登记的手机号和密码登录并绑定"
          isBusy={busy !== null}
          onCode={(phoneCode) => run('phone', signInAndBind({ phoneCode, password }))}
          onFault={refuse}
        />
      )}
    </Box>
  );
}
