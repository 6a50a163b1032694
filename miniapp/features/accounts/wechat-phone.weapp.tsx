import { Button as NativeButton } from '@tarojs/components';
import { askPrivacy } from '../../platform/account/privacy.ts';
import styles from './wechat-entrance.module.css';
import type { WechatPhoneProps } from './wechat-phone-props.ts';

export const HAS_WECHAT_PHONE = true;

/** WeChat itself asks only the first time; an edition of the guideline that is new since then is agreed to here. */
export function WechatPhone({ label, isBusy, onCode, onFault }: WechatPhoneProps) {
  const use = async (phoneCode: string) => {
    if (await askPrivacy()) onCode(phoneCode);
    else onFault('未同意隐私保护指引，请改用其他方式');
  };
  return (
    <NativeButton
      className={styles.native}
      openType="getPhoneNumber"
      disabled={isBusy}
      onGetPhoneNumber={({ detail }) => {
        // Whoever declines has no code.
        if (detail.code) void use(detail.code);
      }}
    >
      {isBusy ? '请稍候…' : label}
    </NativeButton>
  );
}
