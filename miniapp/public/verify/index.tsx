import { useQuery } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useState } from 'react';
import { documentOf, type KnownDocument } from '../../../bff/contract/verification/answers.ts';
import { verificationEndpoints } from '../../../bff/contract/verification/endpoints.ts';
import { tokenOfScan } from '../../../bff/contract/verification/links.ts';
import { call } from '../../api/client.ts';
import { MiniProgramEntrance } from '../../features/sharing/mini-program-entrance.tsx';
import { usePageCard } from '../../features/sharing/use-page-card.ts';
import { AnswerCard, AnswerSheet } from '../../features/verification/answer-sheet.tsx';
import type { FileTry } from '../../features/verification/check-file.ts';
import { CopyCheck } from '../../features/verification/copy-check.tsx';
import { ASKING, FileAnswers, UNANSWERED } from '../../features/verification/file-answers.tsx';
import { faultInEnglish } from '../../features/verification/fault-in-english.ts';
import { FileCheck } from '../../features/verification/file-check.tsx';
import { NumberForm, type NumberTry } from '../../features/verification/number-form.tsx';
import { ScanCode } from '../../features/verification/scan-code.tsx';
import { useLatestTry } from '../../features/verification/use-latest-try.ts';
import { PublicPage } from '../../shell/public-page.tsx';
import { pageQuery, pageUrl } from '../../addresses.ts';
import type { Marks } from '../../platform/signatures.ts';
import { readFirstAnswer } from '../../platform/first-paint/first-answer.ts';
import { removeFirstAnswer } from '../../platform/first-paint/take-over.ts';
import { isSinglePage } from '../../platform/page/single-page.ts';
import { showField } from '../../platform/page/show-field.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Box } from '../../ui/elements.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './index.module.css';

/** How long the answer that came with the page is as good as a new one, ms. */
const FRESH_MS = 60_000;

/** What a stranger has tried on this page, besides opening it. */
type Try = { by: 'files'; files: FileTry[] } | { by: 'number'; asked: NumberTry };

/** 核验: for strangers, without signing in. First the answer, then the status, the content, how to check further, who we are. */
export default function VerifyPage() {
  const { token: linked, q: scanned } = useParams();
  const token = linked ?? (scanned === undefined ? undefined : (tokenOfScan(scanned) ?? undefined));
  usePageCard({
    title: '电子证明核验',
    description: '打开查看证明是否由本会出具、现在是否有效。',
    path: pageUrl('verify', { token }),
    timeline: pageQuery('verify', { token }),
  });
  const [first] = useState(readFirstAnswer);
  useLayoutEffect(removeFirstAnswer, []);
  const byLink = useQuery({
    queryKey: ['verify', token],
    queryFn: () => call(verificationEndpoints.verifyToken, { params: { token: token ?? '' } }),
    enabled: Boolean(token),
    initialData: first,
    // Another look at the page asks anew; the one that came with its answer does not.
    staleTime: first ? FRESH_MS : 0,
  });
  const isAlone = isSinglePage();
  const { latest, begin } = useLatestTry<Try>();
  const reply = latest ? replyOf(latest) : scanned !== undefined && token === undefined ? STRANGE : byLink.data;
  const [read, setRead] = useState<Marks | null>(null);
  const fill = (marks: Marks) => {
    setRead({ ...marks });
    showField(marks.number === null ? 'number' : 'code');
  };
  const beginFiles = useCallback(
    (files: FileTry[]) => {
      const tell = begin({ by: 'files', files });
      showField('answer');
      return (next: FileTry[]) => shown(tell({ by: 'files', files: next }));
    },
    [begin],
  );
  const beginNumber = useCallback(
    (asked: NumberTry) => {
      const tell = begin({ by: 'number', asked });
      return (next: NumberTry) => {
        const isLatest = tell({ by: 'number', asked: next });
        // A fault stands at the field that it is about.
        return next.state === 'answered' ? shown(isLatest) : isLatest;
      };
    },
    [begin],
  );

  return (
    <PublicPage title="核验证明" entry="verify">
      {latest ? (
        <TryAnswer latest={latest} opened={documentOf(byLink.data)} onMarks={fill} />
      ) : reply ? (
        <AnswerSheet reply={reply} asked="link" />
      ) : byLink.isError ? (
        <Sheet>
          <Failure
            fault={byLink.error}
            safe={faultInEnglish(byLink.error)}
            again="重试 Try again"
            onRetry={() => void byLink.refetch()}
          />
        </Sheet>
      ) : token ? (
        <Sheet>
          <Skeleton lines={6} />
        </Sheet>
      ) : (
        <Box className={styles.lead}>
          <Box as="h1" className={styles.title}>
            核验证明
          </Box>
          <Box lang="en">Verify a certificate</Box>
        </Box>
      )}
      <Box className="lz-screen-only">
        {reply && 'certificate' in reply ? (
          <Sheet title="核对手中的纸质证明 Check a paper copy">
            <CopyCheck number={reply.certificate.number} />
          </Sheet>
        ) : null}
        {token ? <MiniProgramEntrance to={{ page: 'verify', token }} className={styles.entrance} /> : null}
        {isAlone ? (
          <Notice tone="warn">在朋友圈里只能看到这一页；点下方“前往小程序”，可以扫码、选择文件核验。</Notice>
        ) : (
          <>
            <ScanCode />
            <Sheet title={token ? '核验文件本身 Verify the file' : '用文件核验 Verify by file'}>
              <FileCheck token={token} begin={beginFiles} />
            </Sheet>
          </>
        )}
        <Sheet title="用编号和核验码核验 Verify by number">
          <NumberForm read={read} begin={beginNumber} />
        </Sheet>
      </Box>
    </PublicPage>
  );
}

/** What the latest try has found; nothing while it is under way, and nothing of the one before. */
function TryAnswer({
  latest,
  opened,
  onMarks,
}: {
  latest: Try;
  opened: KnownDocument | undefined;
  onMarks: (marks: Marks) => void;
}) {
  if (latest.by === 'files') return <FileAnswers tries={latest.files} opened={opened} onMarks={onMarks} />;
  const { asked } = latest;
  if (asked.state === 'answered') return <AnswerSheet reply={asked.reply} asked="number" />;
  return <AnswerCard id="answer" answer={asked.state === 'asking' ? ASKING : UNANSWERED} />;
}

/** The certificate that the page is then about: of one file, or of number and code. */
function replyOf(latest: Try) {
  const [only, ...others] = latest.by === 'files' ? latest.files : [latest.asked];
  return only?.state === 'answered' && others.length === 0 ? only.reply : undefined;
}

function shown(isLatest: boolean): boolean {
  if (isLatest) showField('answer');
  return isLatest;
}

/** A scanned code that is none of ours: nothing is known of it. */
const STRANGE = { answer: 'unknown' } as const;
