import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/verification/endpoints.ts';
import { call } from '../../api/client.ts';
import { MiniProgramEntrance } from '../../features/sharing/mini-program-entrance.tsx';
import { usePageCard } from '../../features/sharing/use-page-card.ts';
import { AnswerSheet } from '../../features/verification/answer-sheet.tsx';
import { CopyCheck } from '../../features/verification/copy-check.tsx';
import { FileCheck } from '../../features/verification/file-check.tsx';
import { NumberForm } from '../../features/verification/number-form.tsx';
import { PublicPage } from '../../shell/public-page.tsx';
import { pageQuery, pageUrl, tokenOfScan } from '../../addresses.ts';
import { showField } from '../../platform/page/show-field.ts';
import { useParams } from '../../platform/page/use-params.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './index.module.css';

interface Given {
  reply: VerificationReply;
  asked: 'link' | 'number' | 'file';
}

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
  const byLink = useQuery({
    queryKey: ['verify', token],
    queryFn: () => call(verificationEndpoints.verifyToken, { params: { token: token ?? '' } }),
    enabled: Boolean(token),
    staleTime: 0,
  });
  const [given, setGiven] = useState<Given | null>(null);
  const answer = given ?? (byLink.data ? { reply: byLink.data, asked: 'link' as const } : strange(scanned, token));
  const show = (asked: Given['asked']) => (reply: VerificationReply) => {
    setGiven({ reply, asked });
    showField('answer');
  };

  return (
    <PublicPage title="核验证明">
      {answer ? (
        <AnswerSheet reply={answer.reply} asked={answer.asked} />
      ) : byLink.isError ? (
        <Sheet>
          <Failure fault={byLink.error} onRetry={() => void byLink.refetch()} />
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
        {answer && answer.reply.answer !== 'unknown' ? (
          <Sheet title="核对手中的纸质证明 Check a paper copy">
            <CopyCheck number={answer.reply.certificate.number} />
          </Sheet>
        ) : null}
        {token ? <MiniProgramEntrance to={{ page: 'verify', token }} className={styles.entrance} /> : null}
        <Sheet title={token ? '核验文件本身 Verify the file' : '用文件核验 Verify by file'}>
          <FileCheck token={token} onReply={show('file')} />
        </Sheet>
        <Sheet title="用编号和核验码核验 Verify by number">
          <NumberForm onReply={show('number')} />
        </Sheet>
      </Box>
    </PublicPage>
  );
}

/** A scanned code that is none of ours: nothing is known of it. */
const strange = (scanned: string | undefined, token: string | undefined): Given | null =>
  scanned !== undefined && token === undefined ? { reply: { answer: 'unknown' }, asked: 'link' } : null;
