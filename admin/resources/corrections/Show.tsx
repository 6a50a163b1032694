import { Alert, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { CORRECTION_EVENTS } from '../../../bff/contract/corrections/enums.ts';
import type { CorrectionDetail } from '../../../bff/contract/corrections/endpoints.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { CorrectionTag } from './CorrectionTag.tsx';
import { Decide } from './Decide.tsx';
import { Proofs } from './Proofs.tsx';
import { useCorrection } from './use-corrections.ts';

/** One request for correction: what stood, what is asked for, what stands now, and the proof, side by side. */
export function CorrectionShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useCorrection(id);
  if (isError && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 8 }} />;
  return <Correction key={id} correction={data} />;
}

function Correction({ correction }: { correction: CorrectionDetail }) {
  const { label, state, subjectName, timeline, isClaim, askerName } = correction;
  return (
    <Page
      title={
        <>
          {subjectName} · {label} <CorrectionTag state={state} />
        </>
      }
      name={`${subjectName}的更正申请`}
      back={{ to: pageUrl('corrections', { state: 'open' }), label: '更正申请' }}
    >
      {isClaim && (
        <Alert
          type="warning"
          showIcon
          role="note"
          title={`由所在律所${askerName}反映，不是律师本人的申请；请向律师核实后再更正`}
        />
      )}
      {state === 'open' && correction.hasChanged && (
        <Alert
          type="warning"
          showIcon
          role="note"
          title="登记内容在申请之后已变化，不能直接采纳。请核对后在登记页面办理，或者不采纳"
        />
      )}
      <div className="correction">
        <section className="sheet padded">
          <h2>更正内容</h2>
          <FactList facts={valuesOf(correction)} />
          <h2>申请</h2>
          <FactList facts={factsOf(correction)} />
        </section>
        <section className="sheet padded">
          <h2>证明材料</h2>
          <Proofs correction={correction} />
        </section>
      </div>
      <section className="sheet padded">
        <Timeline entries={timeline} words={CORRECTION_EVENTS} />
      </section>
      <Decide correction={correction} />
    </Page>
  );
}

const valuesOf = ({ present, wanted, now }: CorrectionDetail): [string, React.ReactNode][] => [
  ['申请时登记', present],
  ['申请更正为', <strong key="wanted">{wanted}</strong>],
  ['现在登记', now],
];

function factsOf(correction: CorrectionDetail): [string, React.ReactNode][] {
  const { subjectKind, subjectId, subjectName, subjectLicenceNo } = correction;
  const { askerKind, askerId, askerName, isClaim, reason, requestedAt, opinion } = correction;
  return [
    [
      '会员',
      <span key="member">
        <Link to={subjectUrl(subjectKind, subjectId)}>{subjectName}</Link> <Grouped value={subjectLicenceNo} />
      </span>,
    ],
    [
      '申请人',
      isClaim ? (
        <Link key="asker" to={subjectUrl(askerKind, askerId)}>
          {askerName}
        </Link>
      ) : subjectKind === 'firm' ? (
        '本所'
      ) : (
        '本人'
      ),
    ],
    ['申请时间', formatInstant(requestedAt)],
    [
      '理由',
      <span key="reason" className="multiline">
        {reason}
      </span>,
    ],
    ...(opinion ? [['处理意见', opinion] satisfies [string, React.ReactNode]] : []),
  ];
}
