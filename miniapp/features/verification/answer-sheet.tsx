import type { ReactNode } from 'react';
import type { VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { classes } from '../../ui/classes.ts';
import { Box } from '../../ui/elements.tsx';
import { Icon } from '../../ui/marks/icon.tsx';
import {
  answerOf,
  documentOf,
  testMarkOf,
  type Answer,
  type TestMark,
} from '../../../bff/contract/verification/answers.ts';
import { DocumentContent } from './known-document.tsx';
import styles from './answer-sheet.module.css';

/** The two answers, then what the letter says. */
export function AnswerSheet({ reply, asked }: { reply: VerificationReply; asked: 'link' | 'number' }) {
  const known = documentOf(reply);
  return (
    <>
      <AnswerCard id="answer" answer={answerOf(reply, asked)} testMark={testMarkOf(known)} />
      <DocumentContent reply={reply} />
    </>
  );
}

/** One answer, by word and shape; `isLine`: among others. */
export function AnswerCard({
  id,
  answer,
  name,
  testMark,
  isLine = false,
  children,
}: {
  id?: string;
  answer: Answer;
  name?: string | undefined;
  testMark?: TestMark | undefined;
  isLine?: boolean;
  /** How to go on. */
  children?: ReactNode;
}) {
  return (
    <Box
      as="section"
      {...(id && { id })}
      className={classes(styles.answer, styles[answer.shape], isLine && styles.line)}
      role="status"
    >
      {testMark ? (
        <Box className={styles.test}>
          <Box>{testMark.zh}</Box>
          <Box lang="en">{testMark.en}</Box>
        </Box>
      ) : null}
      {name ? <Box className={styles.name}>{name}</Box> : null}
      <Box className={styles.headline}>
        <Icon name={answer.shape} className={styles.shape} />
        <Box>
          <Box as={isLine ? 'h2' : 'h1'} className={styles.zh}>
            {answer.zh}
          </Box>
          <Box className={styles.en} lang="en">
            {answer.en}
          </Box>
        </Box>
      </Box>
      {answer.standing ? (
        <Box className={styles.standing}>
          <Box as="strong">{answer.standing.zh}</Box>{' '}
          <Box as="span" lang="en">
            {answer.standing.en}
          </Box>
        </Box>
      ) : null}
      <Box className={styles.meaning}>
        <Box as="p">{answer.meaning.zh}</Box>
        <Box as="p" lang="en">
          {answer.meaning.en}
        </Box>
        {children}
      </Box>
    </Box>
  );
}
