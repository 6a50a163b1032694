import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { verificationEndpoints, type VerificationReply } from '../../../bff/contract/endpoints/verification.ts';
import { call } from '../../api/client.ts';
import { PhoneNumber } from '../../features/office/office-phone.tsx';
import { useOffice } from '../../features/office/use-office.ts';
import { Root } from '../../features/shell/root.tsx';
import { SealMark } from '../../features/shell/seal-mark.tsx';
import { AnswerSheet } from '../../features/verification/answer-sheet.tsx';
import { FileCheck } from '../../features/verification/file-check.tsx';
import { NumberForm } from '../../features/verification/number-form.tsx';
import { showField } from '../../platform/show-field.ts';
import { useParams } from '../../platform/use-params.ts';
import { Failure, Skeleton } from '../../ui/blank.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './index.module.css';

interface Given {
  reply: VerificationReply;
  asked: 'link' | 'number' | 'file';
}

/** 核验: for strangers, without signing in. First the answer, then the status, the content, how to check further, who we are. */
export default function VerifyPage() {
  const { token } = useParams();
  const byLink = useQuery({
    queryKey: ['verify', token],
    queryFn: () => call(verificationEndpoints.verifyToken, { params: { token: token ?? '' } }),
    enabled: Boolean(token),
    staleTime: 0,
  });
  const [given, setGiven] = useState<Given | null>(null);
  const answer: Given | null = given ?? (byLink.data ? { reply: byLink.data, asked: 'link' } : null);
  const show = (asked: Given['asked']) => (reply: VerificationReply) => {
    setGiven({ reply, asked });
    showField('answer');
  };

  return (
    <Root title="核验证明" className={styles.page}>
      <Brand />
      <Box as="main" className={styles.main}>
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
          <Sheet title={token ? '核验文件本身 Verify the file' : '用文件核验 Verify by file'}>
            <FileCheck token={token} onReply={show('file')} />
          </Sheet>
          <Sheet title="用编号和核验码核验 Verify by number">
            <NumberForm onReply={show('number')} />
          </Sheet>
        </Box>
        <About />
      </Box>
    </Root>
  );
}

function Brand() {
  const office = useOffice();
  return (
    <Box as="header" className={styles.brand}>
      <SealMark />
      <Box>
        <Box className={styles.association}>{office.data?.association ?? ' '}</Box>
        <Box className={styles.english} lang="en">
          {office.data?.associationEnglish ?? ' '}
        </Box>
      </Box>
    </Box>
  );
}

function About() {
  const { data } = useOffice();
  if (!data) return null;
  return (
    <Sheet title="关于本页 About">
      <Box as="p">
        {data.association}为所出具的电子证明提供公开核验。如发现伪造、变造，请致电{' '}
        <PhoneNumber number={data.registryPhone} />（{data.officeHours}）。
      </Box>
      <Box as="p" lang="en" className={styles.english}>
        {data.associationEnglish} offers this page so that anyone can verify its certificates. To report a forgery,
        please call <PhoneNumber number={data.registryPhone} />.
      </Box>
      <Box as="p" className={styles.english}>
        {data.officeAddress}
      </Box>
    </Sheet>
  );
}
