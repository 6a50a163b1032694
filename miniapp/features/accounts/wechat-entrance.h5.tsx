import { useState } from 'react';
import { wechatWay } from '../../platform/account/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import type { WechatEntranceProps } from './wechat-entrance-props.ts';
import { goByDetour } from '../../session/wechat-sign-in.ts';
import styles from './wechat-entrance.module.css';

/** On a page opened inside WeChat: by web authorisation. Other browsers have no WeChat. */
export function WechatEntrance({ back, onFault }: WechatEntranceProps) {
  const [isBusy, setBusy] = useState(false);
  if (wechatWay() !== 'detour') return null;
  const go = () => {
    setBusy(true);
    goByDetour('sign-in', back)
      .catch(onFault)
      .finally(() => setBusy(false));
  };
  return (
    <Box className={styles.entrance}>
      <Button kind="secondary" className={styles.way} onTap={go} busyLabel={isBusy && '正在打开微信…'}>
        用已绑定的微信登录
      </Button>
    </Box>
  );
}
