import { useState } from 'react';
import {
  SENSITIVE_SECTIONS,
  type ConsentAnswer,
  type ConsentState,
  type SensitiveSection,
} from '../../../../bff/contract/profile/consents.ts';
import { faultText } from '../../../api/api-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Box, Tap } from '../../../ui/elements.tsx';
import { CheckMark } from '../../../ui/marks/check-mark.tsx';
import { Notice } from '../../../ui/sheets/sheet.tsx';
import { answerConsent } from './use-consent.ts';
import styles from '../profile.module.css';

/**
 * The separate consent that sensitive fields need before they are shown (《个人信息保护法》第二十九、三十条): what, why, how it is
 * kept, who sees it, and what happens without. A change of substance gets a new SENSITIVE_EDITION.
 */
export function ConsentPanel({ section, state }: { section: SensitiveSection; state: ConsentState }) {
  const [isTicked, setTicked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState<ConsentAnswer | null>(null);
  const { what, why, without } = SENSITIVE_SECTIONS[section];
  if (state === 'closed') return <Notice>{`${what}：协会尚未登记个人信息保护影响评估，暂不收集，不影响填写。`}</Notice>;
  if (state === 'refused' && !isAsking) {
    return (
      <Notice>
        <Box>{`您选择了不提供${what}。`}</Box>
        <Button kind="text" onTap={() => setAsking(true)}>
          改为提供
        </Button>
      </Notice>
    );
  }
  const answer = async (said: ConsentAnswer) => {
    if (said === 'agree' && !isTicked) return setFault('请先阅读并勾选“我已阅读并单独同意”');
    setBusy(said);
    setFault('');
    try {
      await answerConsent(section, said);
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(null);
    }
  };
  return (
    <Box as="section" label="敏感信息告知书" className={styles.consent}>
      <Box as="strong">以下属于敏感信息，须您单独同意后才填写</Box>
      <Box as="p">{`内容：${what}。`}</Box>
      <Box as="p">{`用途：${why}`}</Box>
      <Box as="p">
        保存和查看：加密保存到会籍终止后365天；律所看不到；工作人员打开须写明事由，您在“谁看过我的信息”中能看到。
      </Box>
      <Box as="p">{`不同意：${without}`}</Box>
      <Box as="p">随时可在“我的个人信息”撤回，撤回后这些内容即删除。</Box>
      <Tap role="checkbox" checked={isTicked} className={styles.tick} onTap={() => setTicked(!isTicked)}>
        <CheckMark checked={isTicked} />
        {`我已阅读并单独同意提供${what}`}
      </Tap>
      {fault ? (
        <Notice tone="bad">
          <Box live="assertive">{fault}</Box>
        </Notice>
      ) : null}
      <Box className={styles.offers}>
        <Button kind="secondary" onTap={() => void answer('agree')} busyLabel={busy === 'agree' && '正在提交…'}>
          同意并填写
        </Button>
        {state === 'none' ? (
          <Button kind="text" onTap={() => void answer('refuse')} busyLabel={busy === 'refuse' && '正在提交…'}>
            不同意提供
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}
