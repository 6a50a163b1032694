import { useState } from 'react';
import { CHAT_EVENTS } from '../../../bff/contract/chat/enums.ts';
import type { ChatFact, ChatMessage } from '../../../bff/contract/chat/replies.ts';
import type { AnswerChatFacts } from '../../../bff/contract/chat/schemas.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { faultText } from '../../api/api-error.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice } from '../../ui/sheets/sheet.tsx';
import { answerFacts } from './use-chat.ts';
import styles from './chat.module.css';

/** The form that corrects it, filled in; another firm is most often a move. */
const correctionOf = (field: ChatFact['field']) =>
  pageUrl('correctionForm', { field: field === 'firm' ? 'transfer' : field });

/** 正在与您核对: values of the registry, confirmed with one tap, or corrected by a ticket. */
export function FactsCard({
  id,
  message: { seq, facts },
  answer,
  isOpen,
}: {
  id: number;
  message: ChatMessage;
  /** What the member has said to it; absent: nothing yet. */
  answer: ChatMessage | undefined;
  isOpen: boolean;
}) {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const say = async (body: AnswerChatFacts) => {
    setBusy(true);
    setFault('');
    try {
      await answerFacts(id, body);
      if (body.answer === 'wrong') goTo(correctionOf(body.field));
    } catch (thrown) {
      setFault(faultText(thrown));
    } finally {
      setBusy(false);
    }
  };
  const mayAnswer = isOpen && !answer;
  const [wrong] = answer?.facts ?? [];
  return (
    <Box className={styles.facts} role="group" label={CHAT_EVENTS.facts_asked}>
      <Box className={styles.factsTitle}>{CHAT_EVENTS.facts_asked}</Box>
      {(facts ?? []).map(({ field, label, value }) => (
        <Box key={field} className={styles.fact}>
          <Box as="span" className={styles.factLabel}>
            {label}
          </Box>
          <Box as="span" className={styles.factValue}>
            {field === 'licenceNo' ? groupDigits(value) : value}
          </Box>
          {mayAnswer ? (
            <Button
              kind="text"
              label={`${label}有误`}
              disabled={isBusy}
              onTap={() => void say({ answer: 'wrong', seq, field })}
            >
              有误
            </Button>
          ) : null}
        </Box>
      ))}
      {fault ? <Notice tone="bad">{fault}</Notice> : null}
      {mayAnswer ? (
        <Button kind="secondary" busyLabel={isBusy && '正在提交…'} onTap={() => void say({ answer: 'right', seq })}>
          全部无误
        </Button>
      ) : null}
      {answer && !wrong ? <Box className={styles.factsSaid}>您已确认无误</Box> : null}
      {wrong ? (
        <Box className={styles.factsSaid}>
          您表示{wrong.label}有误
          <Button kind="text" onTap={() => goTo(correctionOf(wrong.field))}>
            提交更正
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
