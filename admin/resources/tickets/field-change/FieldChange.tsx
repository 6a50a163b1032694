import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CORRECTION_STATES, type CorrectionState } from '../../../../bff/contract/corrections/enums.ts';
import { fieldChangeEndpoints, type FieldChangeReply } from '../../../../bff/contract/field-changes/endpoints.ts';
import { ticketEndpoints, type TicketDetail } from '../../../../bff/contract/tickets/endpoints.ts';
import { subjectUrl } from '../../../addresses.ts';
import { addressOf } from '../../../providers/call.ts';
import { useMay } from '../../../providers/permission.ts';
import { FactList } from '../../../ui/FactList.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { FileLink } from '../../../ui/FileLink.tsx';
import { TicketFile } from '../TicketFile.tsx';
import { isDelivered, isShown } from '../../../../bff/contract/files/enums.ts';
import { Grouped } from '../../../ui/Grouped.tsx';
import { StateTag, type Tone } from '../../../ui/StateTag.tsx';
import { DecideFieldChange } from './DecideFieldChange.tsx';
import { Effects } from './Effects.tsx';
import { Proposal } from './Proposal.tsx';
import { useFieldChange } from './use-field-change.ts';

export type Change = NonNullable<FieldChangeReply['change']>;

const TONES: Record<CorrectionState, Tone> = { open: 'wait', adopted: 'good', refused: 'bad', withdrawn: 'still' };

/** What a ticket asks of the registry: what stood, what is asked for, what stands now and the proof, side by side. */
export function FieldChange({ ticket }: { ticket: TicketDetail }) {
  const isShown = useMay()(fieldChangeEndpoints.showFieldChange);
  const { data, isError, error, refetch } = useFieldChange(ticket.id, { isShown });
  if (!isShown) return null;
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 3 }} />;
  const { change } = data;
  if (change === null) return null;
  return (
    <section className="sheet padded" aria-labelledby="field-change">
      <h2 id="field-change">
        更正登记：{change.label} <StateTag tone={TONES[change.state]} label={CORRECTION_STATES[change.state]} />
      </h2>
      <Warnings change={change} asker={ticket.askerName} />
      <div className="correction">
        <FactList facts={factsOf(change)} />
        <Proofs change={change} />
      </div>
      {change.can.decide && <Effects ticketId={ticket.id} />}
      {change.proposal && <Proposal proposal={change.proposal} />}
      {change.can.decide && <DecideFieldChange ticket={ticket} change={change} />}
    </section>
  );
}

function Warnings({ change, asker }: { change: Change; asker: string }) {
  const isOpen = change.state === 'open';
  return (
    <>
      {change.isClaim && (
        <Alert
          type="warning"
          showIcon
          role="note"
          title={`由律所${asker}反映，不是律师本人的申请；请向律师核实后再更正`}
        />
      )}
      {isOpen && change.hasChanged && (
        <Alert
          type="warning"
          showIcon
          role="note"
          title="登记内容在申请之后已变化，不能直接采纳。请核对后在登记页面办理，或者不采纳"
        />
      )}
    </>
  );
}

const factsOf = (change: Change): [string, ReactNode][] => [
  [
    '会员',
    <span key="member">
      <Link to={subjectUrl(change.subjectKind, change.subjectId)}>{change.subjectName}</Link>{' '}
      <Grouped value={change.subjectLicenceNo} />
    </span>,
  ],
  ['申请时登记', change.present || '空'],
  ['申请更正为', <strong key="wanted">{change.wanted}</strong>],
  ['现在登记', change.now || '空'],
];

/** Pictures are in view beside the values, a PDF opens by itself; an identity document under its mark, when it is asked for. */
function Proofs({ change: { proofs, proof } }: { change: Change }) {
  if (proofs.length === 0) {
    return <p className="quiet">{proof === null ? '没有上传证明材料' : `没有上传证明材料，须有${proof}`}</p>;
  }
  return (
    <ul className="plain proofs">
      {proofs.map(({ messageId, file }) => {
        const address = addressOf(ticketEndpoints.showTicketFile, {
          params: { id: String(messageId), file: file.id },
        });
        return (
          <li key={file.id}>
            {file.isIdentity || !isDelivered(file.state) ? (
              <TicketFile messageId={messageId} file={file} />
            ) : (
              <FileLink file={file} address={address}>
                {isShown(file.kind) && file.kind !== 'pdf' && <img src={address} alt="" />}
              </FileLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
