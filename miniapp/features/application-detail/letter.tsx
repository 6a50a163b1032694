import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { certificateEndpoints, type ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { pictureEndpoints } from '../../../bff/contract/pictures/endpoints.ts';
import { call } from '../../api/client.ts';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { PdfViewer } from '../../ui/pdf/pdf-viewer.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './letter.module.css';

/** The issued letter and how others can verify it; before that, why there is none yet. */
export function Letter({
  application,
  onCopyLink,
}: {
  application: ApplicationDetail;
  onCopyLink: (url: string) => void;
}) {
  const { certificate } = application;
  if (application.state === 'pending' || application.state === 'returned') return <Preview application={application} />;
  if (!certificate)
    return (
      <Sheet>
        <Empty>{whyNone(application)}</Empty>
      </Sheet>
    );
  return (
    <>
      {application.can.download ? <File application={application} /> : null}
      <Sheet
        title="核验"
        className={styles.verify}
        beside={
          <Button kind="text" onTap={() => onCopyLink(certificate.verifyUrl)}>
            复制核验链接
          </Button>
        }
      >
        <Box className={styles.code}>核验码 {groupDigits(certificate.verifyCode)}</Box>
        <Box className={styles.link}>{certificate.verifyUrl}</Box>
        <Box className={styles.hint}>接收单位无需登录，打开链接或输入编号与核验码即可核验。</Box>
      </Sheet>
    </>
  );
}

function File({ application }: { application: ApplicationDetail }) {
  const id = String(application.id);
  const drawPage = useCallback(
    (page: number) => call(pictureEndpoints.pictureCertificate, { params: { id, page: String(page) } }),
    [id],
  );
  const file = useQuery({
    queryKey: ['certificate', application.id],
    queryFn: () => call(certificateEndpoints.downloadCertificate, { params: { id } }),
    staleTime: Infinity,
  });
  if (file.isError)
    return (
      <Sheet>
        <Failure fault={file.error} safe="证明已妥善保存，可稍后再看。" onRetry={() => void file.refetch()} />
      </Sheet>
    );
  if (!file.data)
    return (
      <Sheet>
        <Skeleton lines={10} />
      </Sheet>
    );
  return <PdfViewer bytes={file.data} drawPage={drawPage} title={`${application.typeLabel} ${application.number}`} />;
}

/** What was sent, as it would be issued now: 样本 stands over it. */
function Preview({ application }: { application: ApplicationDetail }) {
  const id = String(application.id);
  const drawPage = useCallback(
    (page: number) => call(pictureEndpoints.pictureWaiting, { params: { id, page: String(page) } }),
    [id],
  );
  const { state } = application;
  const file = useQuery({
    queryKey: ['waiting', application.id, state],
    queryFn: () => call(certificateEndpoints.previewWaiting, { params: { id } }),
    staleTime: Infinity,
  });
  return (
    <>
      {file.data ? (
        <PdfViewer bytes={file.data} drawPage={drawPage} title={`${application.typeLabel}预览`} />
      ) : (
        <Sheet>
          {file.isError ? (
            <Failure fault={file.error} safe="申请已收到，不受影响。" onRetry={() => void file.refetch()} />
          ) : (
            <Skeleton lines={10} />
          )}
        </Sheet>
      )}
      <Sheet>
        <Empty>{whyNone(application)}</Empty>
      </Sheet>
    </>
  );
}

function whyNone({ state, outcome, issueState }: ApplicationDetail): string {
  if (state === 'returned') return '补正后重新提交，审核通过后，证明显示在这里。';
  if (state === 'lapsed') return '申请没有在期限内补正，已经关闭，没有出具证明。';
  if (state === 'withdrawn') return '申请已撤回，没有出具证明。';
  if (outcome === 'rejected') return '申请未通过审核，没有出具证明。';
  if (issueState === 'waiting') return '审核已通过，正在等待电子签名，签好后会通知您，无需重新提交。';
  if (issueState === 'failed') return '证明制作遇到问题，协会工作人员会尽快处理。';
  if (outcome === 'approved') return '正在出具证明，请稍候…';
  return '以上是按提交的内容生成的预览；审核通过后，证明显示在这里。';
}
