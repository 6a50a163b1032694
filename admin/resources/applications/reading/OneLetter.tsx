import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { certificateEndpoints, type StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { MIN_READING_MS } from '../../../../bff/contract/review/limits.ts';
import type { ReadingReply } from '../../../../bff/contract/review/replies.ts';
import { applicationUrl } from '../../../addresses.ts';
import { addressOf, call } from '../../../providers/call.ts';
import { sentenceOf } from '../../../providers/failure.ts';
import { Failure } from '../../../ui/Failure.tsx';
import { PdfPane } from '../../../ui/pdf/PdfPane.tsx';
import { useHotkeys } from '../../../ui/hooks/use-hotkeys.ts';
import { Facts } from '../Facts.tsx';
import { Findings } from '../review/Findings.tsx';
import { useApplication } from '../use-application.ts';

/** A letter that was read through, and for how long. */
export interface ReadLetter {
  application: StaffApplicationDetail;
  seconds: number;
}

interface OneLetterProps {
  id: number;
  onRead(letter: ReadLetter): void;
  onSkip(): void;
  onPrevious: (() => void) | undefined;
}

/** The page picture, what was asked for and what was found; 已阅 leads on. What cannot be read here says why. */
export function OneLetter({ id, onRead, onSkip, onPrevious }: OneLetterProps) {
  const params = { id: String(id) };
  const { data: application, isError, error, refetch } = useApplication(params.id);
  // The server notes when it was opened. Asked anew at every visit, so never from a cache.
  const opened = useQuery({
    queryKey: ['letter-reading', id],
    queryFn: () => call(reviewEndpoints.openReading, { params }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const finish = useMutation({
    mutationFn: ({ id: reading }: ReadingReply) =>
      call(reviewEndpoints.finishReading, { params: { ...params, reading: String(reading) } }),
    onSuccess: ({ isRead, seconds }) => isRead && application && onRead({ application, seconds }),
  });
  const reading = opened.data;
  // Of which reading the letter lies open: one that cannot be shown has been read by nobody.
  const [shown, setShown] = useState<number | null>(null);
  const say =
    application && reading && shown === reading.id ? () => !finish.isPending && finish.mutate(reading) : undefined;
  useHotkeys({ ' ': say && (() => void say()), n: onSkip, p: onPrevious });
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!application) return <Skeleton active className="sheet padded" paragraph={{ rows: 12 }} />;
  return (
    <>
      <h2 className="reading-title">
        {application.typeLabel} <span className="figures quiet">{application.number}</span> {application.applicantName}
      </h2>
      {opened.isError && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={sentenceOf(opened.error)}
          action={<Link to={applicationUrl(application)}>打开审核页</Link>}
        />
      )}
      <div className="desk reading">
        <div className="desk-facts">
          <Facts application={application} />
          <Findings findings={application.findings} />
        </div>
        <div className="desk-letter">
          {reading && <Letter id={id} reading={reading.id} onShown={setShown} />}
          {!reading && !opened.isError && <Skeleton active className="sheet padded" paragraph={{ rows: 12 }} />}
        </div>
      </div>
      <div className="action-bar decision">
        {finish.data?.isRead === false && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={`打开不足 ${MIN_READING_MS / 1000} 秒，不计为已阅，请看完后再按`}
          />
        )}
        {finish.isError && <Alert type="error" showIcon role="alert" title={sentenceOf(finish.error)} />}
        <div className="row">
          <Button type="primary" disabled={!say} loading={finish.isPending} onClick={say} aria-keyshortcuts="Space">
            {reading?.isRead ? '此前已阅，下一份' : '已阅'}
          </Button>
          <Button onClick={onSkip} aria-keyshortcuts="n">
            跳过
          </Button>
          {onPrevious && (
            <Button onClick={onPrevious} aria-keyshortcuts="p" className="push">
              上一份
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

function Letter({ id, reading, onShown }: { id: number; reading: number; onShown(reading: number): void }) {
  const input = { params: { id: String(id) } };
  const tell = useCallback(() => onShown(reading), [onShown, reading]);
  return (
    <PdfPane
      // Of this reading: the letter as it was when it was opened, never one that was drawn before.
      cacheKey={['letter-reading', 'pdf', id, reading]}
      load={(signal) => call(certificateEndpoints.showStaffPdf, input, signal)}
      href={addressOf(certificateEndpoints.showStaffPdf, input)}
      label="证明预览"
      onShown={tell}
    />
  );
}
