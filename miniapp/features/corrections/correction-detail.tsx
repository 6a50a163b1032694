import { useState, type ReactNode } from 'react';
import { CORRECTION_EVENTS } from '../../../bff/contract/corrections/enums.ts';
import { correctionEndpoints, type OwnCorrection } from '../../../bff/contract/corrections/endpoints.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { faultText } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { Attachments } from '../../application/attachments.tsx';
import { showToast } from '../../platform/page/show-toast.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Confirm } from '../../ui/sheets/modal.tsx';
import { Facts, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import { CorrectionTag } from './correction-tag.tsx';
import { withdrawCorrection } from './use-corrections.ts';
import styles from './corrections.module.css';

/** A request for correction: what was asked for, what became of it, and taking it back. */
export function CorrectionDetail({ correction }: { correction: OwnCorrection }) {
  const { id, attachments, timeline, can } = correction;
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const read = (file: string) => call(correctionEndpoints.showOwnProof, { params: { id: String(id), file } });
  const withdraw = async () => {
    setBusy(true);
    try {
      await withdrawCorrection(id);
      showToast('已撤回');
      setAsking(false);
    } catch (fault) {
      setError(faultText(fault));
    } finally {
      setBusy(false);
    }
  };
  const rows: [string, ReactNode][] = [
    [
      correction.isClaim ? '律师' : '会员',
      <Parts key="subject" parts={[correction.subjectName, groupDigits(correction.subjectLicenceNo)]} />,
    ],
    ['更正项目', correction.label],
    ['申请时登记为', correction.present],
    ['正确内容', correction.wanted],
    ['理由', correction.reason],
    ['证明材料', attachments.length ? <Attachments files={attachments} read={read} /> : ''],
    ['处理意见', correction.opinion],
  ];
  return (
    <>
      <Sheet title="更正申请" beside={<CorrectionTag state={correction.state} />}>
        <Facts rows={rows.filter(([, value]) => value)} />
      </Sheet>
      <Sheet title="办理经过">
        <Facts
          rows={timeline.map(({ event, at, by }) => [
            CORRECTION_EVENTS[event],
            <Parts key={at} parts={[shownTime(at), by]} />,
          ])}
        />
      </Sheet>
      {can.withdraw ? (
        <ActionBar>
          <Button
            kind="secondary"
            onTap={() => {
              setError('');
              setAsking(true);
            }}
          >
            撤回更正申请
          </Button>
        </ActionBar>
      ) : null}
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="撤回更正申请"
        question={`撤回后，协会不再处理对“${correction.label}”的这项申请，登记信息不变。`}
        act="撤回"
        onAct={() => void withdraw()}
        busyLabel={isBusy && '正在撤回…'}
        error={error}
      />
    </>
  );
}

/** Parts beside each other, or one above the other; none is broken while it fits the line. */
function Parts({ parts }: { parts: readonly string[] }) {
  return (
    <Box className={styles.parts}>
      {parts.map((part) => (
        <Box as="span" key={part}>
          {part}
        </Box>
      ))}
    </Box>
  );
}
