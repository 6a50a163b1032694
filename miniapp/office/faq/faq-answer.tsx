import { useState } from 'react';
import type { FaqItem } from '../../../bff/contract/faq/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { Button } from '../../ui/button.tsx';
import { Box, Tap } from '../../ui/elements.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { markFaq } from './use-faq.ts';
import styles from './faq.module.css';

/** A question that opens to its answer; a member may say whether it was of use. */
export function FaqAnswer({
  item: { id, question, body },
  canMark,
  isAsked = false,
  onRead,
}: {
  item: FaqItem;
  canMark: boolean;
  /** Somebody came for this one: it is open. */
  isAsked?: boolean;
  /** Its answer is opened. */
  onRead?: (id: number) => void;
}) {
  const [isOpen, setOpen] = useState(isAsked);
  const toggle = () => {
    if (!isOpen) onRead?.(id);
    setOpen(!isOpen);
  };
  return (
    <Box className={styles.item}>
      <Tap expanded={isOpen} onTap={toggle} className={styles.question}>
        <Box as="span" className={styles.sign} decorative>
          {isOpen ? '−' : '+'}
        </Box>
        {question}
      </Tap>
      {isOpen ? (
        <>
          <Box className={styles.answer}>
            <RichText nodes={body} />
          </Box>
          {canMark ? <Mark id={id} /> : null}
        </>
      ) : null}
    </Box>
  );
}

/** 有用 / 没用, and why not. */
function Mark({ id }: { id: number }) {
  const [state, setState] = useState<'open' | 'why' | 'said'>('open');
  const [reason, setReason] = useState('');
  const say = async (isHelpful: boolean) => {
    try {
      await markFaq(id, { isHelpful, reason: isHelpful ? '' : reason });
      setState('said');
    } catch (fault) {
      showToast(faultText(fault));
    }
  };
  if (state === 'said') return <Box className={styles.said}>已收到，谢谢。</Box>;
  if (state === 'why') {
    return (
      <Box className={styles.why}>
        <TextField
          id={`faq-reason-${id}`}
          label="还缺什么（选填）"
          value={reason}
          onChange={setReason}
          placeholder="例如：没有写明需要的材料"
        />
        <Button kind="secondary" onTap={() => void say(false)}>
          提交
        </Button>
      </Box>
    );
  }
  return (
    <Box className={styles.mark}>
      <Box as="span">是否有帮助？</Box>
      <Button kind="text" onTap={() => void say(true)}>
        有用
      </Button>
      <Button kind="text" onTap={() => setState('why')}>
        没用
      </Button>
    </Box>
  );
}
