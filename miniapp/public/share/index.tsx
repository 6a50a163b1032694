import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { sharingEndpoints } from '../../../bff/contract/sharing/endpoints.ts';
import { call } from '../../api/client.ts';
import { CLOSED } from '../../features/sharing/closed-link.ts';
import { CodeForm } from '../../features/sharing/code-form.tsx';
import { OpenedShare } from '../../features/sharing/opened-share.tsx';
import { usePageCard } from '../../features/sharing/use-page-card.ts';
import { AnswerSheet } from '../../features/verification/answer-sheet.tsx';
import type { FileTry } from '../../features/verification/check-file.ts';
import { FileAnswers } from '../../features/verification/file-answers.tsx';
import { FileCheck } from '../../features/verification/file-check.tsx';
import { useLatestTry } from '../../features/verification/use-latest-try.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { pageUrl } from '../../addresses.ts';
import { randomKey } from '../../platform/device/random-key.ts';
import { showField } from '../../platform/page/show-field.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import styles from '../../features/sharing/public-share.module.css';

/** A shared certificate, for its recipient: no sign-in. A link that is over says that and shows nothing else. */
export default function SharePage() {
  const { token = '' } = useParams();
  const visit = useRef('');
  const [code, setCode] = useState('');
  const share = useQuery({
    queryKey: ['shared', token, code],
    queryFn: async () => {
      // One key for as long as the page is open: asking again, after a lost answer or later, is the same view.
      visit.current ||= await randomKey();
      return call(sharingEndpoints.openShare, { body: { token, visit: visit.current, ...(code ? { code } : {}) } });
    },
    // Whether it was withdrawn meanwhile is asked when the reader comes back.
    staleTime: 0,
    refetchOnWindowFocus: true,
    placeholderData: (before) => before,
  });
  // Not for 朋友圈: the link is one recipient's.
  usePageCard({
    // What the member wrote stands on the page as the member's: a card could not say whose words they are.
    title: '电子证明',
    description: '打开查看证明内容及其当前状态。',
    path: pageUrl('share', { token }),
  });
  const { latest, begin } = useLatestTry<FileTry[]>();
  const beginFiles = useCallback(
    (files: FileTry[]) => {
      const tell = begin(files);
      showField('answer');
      return (next: FileTry[]) => {
        const isLatest = tell(next);
        if (isLatest) showField('answer');
        return isLatest;
      };
    },
    [begin],
  );
  return <PublicPage title="电子证明">{content()}</PublicPage>;

  function content() {
    if (!share.data) {
      return (
        <Sheet>
          {share.isError ? (
            <Failure fault={share.error} onRetry={() => void share.refetch()} />
          ) : (
            <Skeleton lines={6} />
          )}
        </Sheet>
      );
    }
    const opened = share.data;
    if (opened.state === 'open') {
      return (
        <OpenedShare
          opened={opened}
          token={token}
          visit={visit.current}
          answer={
            latest ? (
              <FileAnswers tries={latest} opened={opened.verification} />
            ) : (
              <AnswerSheet reply={opened.verification} asked="link" />
            )
          }
          fileCheck={<FileCheck token={undefined} begin={beginFiles} />}
        />
      );
    }
    if (opened.state === 'code_required' || opened.state === 'wrong_code') {
      return (
        <CodeForm
          isWrong={opened.state === 'wrong_code'}
          isBusy={share.isFetching}
          onCode={(typed) => (typed === code ? void share.refetch() : setCode(typed))}
        />
      );
    }
    const { title, meaning } = CLOSED[opened.state];
    return (
      <Sheet>
        <Box id="answer" role="status">
          <Box as="h1" className={styles.title}>
            {title.zh}
          </Box>
          <Box as="p" lang="en" className={styles.english}>
            {title.en}
          </Box>
          <Box as="p">{meaning.zh}</Box>
          <Box as="p" lang="en">
            {meaning.en}
          </Box>
        </Box>
      </Sheet>
    );
  }
}
