import { Alert, Button } from 'antd';
import { certificateEndpoints, type StaffApplicationDetail } from '../../../bff/contract/certificates/endpoints.ts';
import { addressOf, call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PdfPane } from '../../ui/pdf/PdfPane.tsx';
import { useIssueRetry } from './use-application.ts';

/** The letter beside the facts: the issued file, or what was to be issued. What was refused stays to be read. */
export function Letter({
  application,
  isShown,
  onShown,
}: {
  application: StaffApplicationDetail;
  /** Whether it lies open; `onShown` once it does. */
  isShown: boolean;
  onShown: () => void;
}) {
  const { id, state, issueState } = application;
  if (issueState === 'issuing') return <Plate text="证明制作中，完成后自动显示" />;
  if (issueState === 'waiting')
    return (
      <Plate text="审核结果不受影响，证明等待签名：签名证书或时间戳服务暂不可用，或登记在通过之后有变、尚待处理（见“证明复核”）；恢复或处理后自动出具。原因见“任务”" />
    );
  if (issueState === 'failed') return <Failed application={application} />;
  const input = { params: { id: String(id) } };
  const isUntrue = state === 'pending' && application.findings.some(({ result }) => result === 'contradicted');
  return (
    <>
      {isUntrue && <Untrue isShown={isShown} />}
      <PdfPane
        // Preview and issued file have the same address; the state tells them apart in the cache.
        cacheKey={['applications', 'letter', id, state, issueState]}
        load={(signal) => call(certificateEndpoints.showStaffPdf, input, signal)}
        href={addressOf(certificateEndpoints.showStaffPdf, input)}
        label={labelOf(application)}
        onShown={onShown}
      />
    </>
  );
}

/** Above the preview, in which the server has marked what is not so (bff, untrue-sentences.ts); it holds without it as well. */
const Untrue = ({ isShown }: { isShown: boolean }) => (
  <Alert
    type="error"
    showIcon
    role="alert"
    title="证明内容与本会登记不符，任何人都不能通过"
    description={
      <>
        {isShown && '与登记不符的句子在下方标红并加下划线。'}
        <a href="#findings">查看与证明内容矛盾的核查结果</a>
      </>
    }
  />
);

function labelOf({ state, outcome, issueState }: StaffApplicationDetail): string {
  if (issueState === 'issued') return '已出具的证明';
  if (state === 'withdrawn') return '已撤回，未出具的证明';
  return outcome === 'rejected' ? '已驳回，未出具的证明' : '证明预览';
}

function Failed({ application }: { application: StaffApplicationDetail }) {
  const retry = useIssueRetry(String(application.id));
  return (
    <Plate text="证明制作失败，审核结果不受影响">
      {retry.isError && (
        <p className="fault" role="alert">
          {sentenceOf(retry.error)}
        </p>
      )}
      {application.permits.retryIssue && (
        <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate()}>
          重新制作
        </Button>
      )}
    </Plate>
  );
}

const Plate = ({ text, children }: { text: string; children?: React.ReactNode }) => (
  <section className="sheet padded plate">
    <EmptyState text={text}>{children}</EmptyState>
  </section>
);
