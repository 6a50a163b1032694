import { Button as NativeButton } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { PRIVACY_VERSION } from '../../bff/contract/privacy/enums.ts';
import { PAGES, pageUrl } from '../addresses.ts';
import { usePrivacyQuestion } from '../platform/account/privacy.ts';
import { Button } from '../ui/button.tsx';
import { Box, Link } from '../ui/elements.tsx';
import { Modal, ModalBody } from '../ui/sheets/modal.tsx';
import { shownDay } from '../ui/shown-day.ts';
import { useTellConsent } from '../session/use-tell-consent.ts';
import styles from './privacy-gate.module.css';

/**
 * Asks for the agreement to the privacy guideline when something waits for it, on the page in front. Only WeChat's own
 * button counts as an agreement. On the page of the guideline itself nothing covers the text.
 */
export function PrivacyGate() {
  const question = usePrivacyQuestion();
  const [isFront, setFront] = useState(true);
  const { path } = useRouter();
  useDidShow(() => setFront(true));
  useDidHide(() => setFront(false));
  useTellConsent();
  const isAsked = question !== null && isFront && !path.includes(PAGES.privacy.slice(1));
  const answer = (isAgreed: boolean) => question?.answer(isAgreed);
  return (
    <Modal
      isOpen={isAsked}
      onClose={() => answer(false)}
      title="隐私保护提示"
      footer={
        <>
          <Button kind="secondary" onTap={() => answer(false)}>
            不同意
          </Button>
          <NativeButton
            id={question?.buttonId}
            className={styles.agree}
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answer(true)}
          >
            同意并继续
          </NativeButton>
        </>
      }
    >
      <ModalBody>
        <Box as="p">
          选择聊天中的文件、复制内容、加入日历、使用微信手机号之前，请阅读并同意《隐私保护指引》（
          {shownDay(PRIVACY_VERSION)}版）。我们只在您使用这些功能时处理所需的信息。
        </Box>
        <Box as="p" className={styles.second}>
          不同意也可以继续使用其他功能。
        </Box>
        <Link href={pageUrl('privacy')} className={styles.read}>
          阅读《隐私保护指引》
        </Link>
      </ModalBody>
    </Modal>
  );
}
