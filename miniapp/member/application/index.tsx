import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { certificateEndpoints, type ApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { AgainButton, cameToNothing } from '../../features/application-detail/again-button.tsx';
import { ApplicationFacts } from '../../features/application-detail/application-facts.tsx';
import { ApplicationTag } from '../../application/application-state.tsx';
import { downloadCertificate } from '../../features/applications/download-certificate.ts';
import { Findings } from '../../features/application-detail/findings.tsx';
import { Letter } from '../../features/application-detail/letter.tsx';
import { MailDialog } from '../../features/applications/mail-dialog.tsx';
import { StandingNotice } from '../../features/application-detail/standing-notice.tsx';
import { WaitingNotice } from '../../features/application-detail/waiting-notice.tsx';
import { PaperProgress } from '../../features/papers/paper-progress.tsx';
import { Timeline } from '../../features/application-detail/timeline.tsx';
import { AskDesk } from '../../application/ask-desk.tsx';
import { useApplicationDetail } from '../../application/use-application-detail.ts';
import { MiniProgramEntrance } from '../../features/sharing/mini-program-entrance.tsx';
import { makeForwardCard } from '../../features/sharing/forward.ts';
import { SharePanel } from '../../features/sharing/share-panel.tsx';
import { PaperPayment } from '../../features/payments/paper-payment.tsx';
import { ActionBar, MemberPage } from '../../shell/page.tsx';
import { pageUrl } from '../../addresses.ts';
import { copyText } from '../../platform/device/copy-text.ts';
import { goBack } from '../../platform/page/navigate.ts';
import { showField } from '../../platform/page/show-field.ts';
import { useWide } from '../../platform/page/screen.ts';
import { showToast } from '../../platform/page/show-toast.ts';
import { useParams } from '../../platform/address/use-params.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Confirm, Modal, ModalBody } from '../../ui/sheets/modal.tsx';
import { ForwardButton, useShareCards } from '../../ui/share-button.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './index.module.css';

export default function ApplicationPage() {
  const { id } = useParams();
  return (
    <MemberPage title="申请详情" entry="applications">
      {(account) => <Application accountId={account.id} id={Number(id)} />}
    </MemberPage>
  );
}

function Application({ accountId, id }: { accountId: number; id: number }) {
  const detail = useApplicationDetail(id);
  useDidShow(() => void detail.refetch());
  if (detail.isError && !detail.data) return <Failure fault={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data)
    return (
      <Sheet>
        <Skeleton lines={10} />
      </Sheet>
    );
  return <Detail accountId={accountId} application={detail.data} />;
}

function Detail({ accountId, application }: { accountId: number; application: ApplicationDetail }) {
  const { certificate, can } = application;
  const [dialog, setDialog] = useState<'mail' | 'share' | 'withdraw' | null>(null);
  const isWide = useWide();
  useShareCards({ title: '电子证明', path: pageUrl('home') }, () => makeForwardCard(application));
  const [isDownloading, setDownloading] = useState(false);

  const download = () => {
    setDownloading(true);
    downloadCertificate(application)
      .catch((fault: unknown) => showToast(faultText(fault)))
      .finally(() => setDownloading(false));
  };
  const isAgainFirst = can.complete || cameToNothing(application);
  const hasActs = isWide || certificate !== null || can.withdraw || isAgainFirst;
  // What the member has come for: right after the head on a phone, beside the facts on a PC.
  const letter = (
    <>
      <Letter application={application} onCopyLink={(url) => void copyText(url, '核验链接')} />
      <MiniProgramEntrance to={{ page: 'application', id: application.id }} className={styles.entrance} />
    </>
  );

  return (
    <>
      <Box className={styles.columns}>
        <Box className={styles.facts}>
          <Head application={application} />
          {application.outcome === 'rejected' ? (
            <Notice tone="bad">
              <Box as="strong">审核意见</Box>
              <Box>{application.opinion}</Box>
            </Notice>
          ) : null}
          <WaitingNotice application={application} />
          {certificate ? <StandingNotice certificate={certificate} /> : null}
          {!isWide && certificate ? letter : null}
          {application.paper?.progress?.bulkOrderId === null && application.paper.fees.totalFen > 0 ? (
            <PaperPayment applicationId={application.id} paper={application.paper} />
          ) : null}
          <Sheet
            title="申请信息"
            beside={isAgainFirst ? null : <AgainButton accountId={accountId} application={application} kind="text" />}
          >
            <ApplicationFacts application={application} />
          </Sheet>
          {certificate && isWide ? (
            <Box id="share">
              <Sheet title="分享">
                <SharePanel application={application} />
              </Sheet>
            </Box>
          ) : null}
          {application.paper ? <PaperProgress applicationId={application.id} paper={application.paper} /> : null}
          {application.findings.length ? (
            <Sheet title="审核情况">
              <Findings findings={application.findings} />
            </Sheet>
          ) : null}
          <Sheet title="办理进度">
            <Timeline entries={application.timeline} />
          </Sheet>
          <AskDesk
            words="对申请、证明或纸质证明有疑问的"
            category="certificate"
            title={`${application.typeLabel} ${application.number}`}
            tied={{ kind: 'application', key: application.id }}
          />
          {!isWide && !certificate ? letter : null}
        </Box>
        {isWide ? <Box className={styles.letter}>{letter}</Box> : null}
      </Box>
      {hasActs ? (
        <ActionBar>
          {isAgainFirst ? <AgainButton accountId={accountId} application={application} kind="primary" /> : null}
          {can.download ? (
            <Button onTap={download} busyLabel={isDownloading && '正在下载…'}>
              下载证明
            </Button>
          ) : null}
          {can.mail ? (
            <Button kind="secondary" onTap={() => setDialog('mail')}>
              发送邮箱
            </Button>
          ) : null}
          {can.share && !isWide ? <ForwardButton /> : null}
          {certificate ? (
            <Button kind="secondary" onTap={() => (isWide ? showField('share') : setDialog('share'))}>
              分享
            </Button>
          ) : null}
          {can.withdraw ? (
            <Button kind="danger" onTap={() => setDialog('withdraw')}>
              撤回申请
            </Button>
          ) : null}
          {isWide ? (
            <Button kind="secondary" onTap={goBack}>
              返回
            </Button>
          ) : null}
        </ActionBar>
      ) : null}
      {dialog === 'mail' ? <MailDialog application={application} onClose={() => setDialog(null)} /> : null}
      {dialog === 'share' && !isWide ? (
        <Modal isOpen onClose={() => setDialog(null)} title="分享证明">
          <ModalBody>
            <SharePanel application={application} />
          </ModalBody>
        </Modal>
      ) : null}
      <WithdrawDialog application={application} isOpen={dialog === 'withdraw'} onClose={() => setDialog(null)} />
    </>
  );
}

function Head({ application }: { application: ApplicationDetail }) {
  return (
    <Sheet>
      <Box className={styles.head}>
        <Box>
          <Box as="h2" className={styles.type}>
            {application.typeLabel}
          </Box>
          <Box className={styles.number}>编号 {application.number}</Box>
        </Box>
        <ApplicationTag state={application.state} outcome={application.outcome} standing={application.standing} />
      </Box>
    </Sheet>
  );
}

function WithdrawDialog({
  application,
  isOpen,
  onClose,
}: {
  application: ApplicationDetail;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const withdraw = async () => {
    setBusy(true);
    setError('');
    try {
      const detail = await call(certificateEndpoints.withdrawApplication, { params: { id: String(application.id) } });
      queryClient.setQueryData(['application', application.id], detail);
      void queryClient.invalidateQueries({ queryKey: ['applications'] });
      showToast('申请已撤回');
      onClose();
    } catch (fault) {
      setError(faultText(fault));
      // Somebody may have decided it a moment ago: show how it stands now.
      void queryClient.invalidateQueries({ queryKey: ['application', application.id] });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title="撤回申请"
      question={`确定撤回“${application.typeLabel}”（编号 ${application.number}）吗？撤回后不能恢复，需要时可重新申请。`}
      act="撤回申请"
      onAct={() => void withdraw()}
      busyLabel={isBusy && '正在撤回…'}
      error={error}
    />
  );
}
