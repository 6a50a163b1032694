import { Skeleton, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import type { PaperDetail } from '../../../bff/contract/papers/endpoints.ts';
import { PICKUPS } from '../../../bff/contract/certificates/enums.ts';
import { PAPER_PAYMENTS } from '../../../bff/contract/papers/enums.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { CopyList } from './CopyList.tsx';
import { PaperActions } from './PaperActions.tsx';
import { PaperTag } from './PaperTag.tsx';
import { usePaper } from './use-papers.ts';

/** One paper order: to whom, its copies, and what can be done now. */
export function PaperShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = usePaper(id);
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 10 }} />;
  return <Order key={id} paper={data} />;
}

function Order({ paper }: { paper: PaperDetail }) {
  const canOpen = useMay()(certificateEndpoints.showStaffApplication);
  return (
    <Page
      title={
        <>
          {paper.typeLabel} <PaperTag state={paper.state} />
        </>
      }
      name={`${paper.number} 纸质证明`}
      back={{ to: pageUrl('papers'), label: '纸质证明' }}
      actions={<span className="figures">{paper.number}</span>}
    >
      <PaperActions paper={paper} />
      <section className="sheet padded">
        <h2>办理信息</h2>
        <FactList facts={factsOf(paper, canOpen)} />
      </section>
      <CopyList paper={paper} />
    </Page>
  );
}

function factsOf(p: PaperDetail, canOpen: boolean): Fact[] {
  const application = canOpen ? (
    <Link to={pageUrl('application', { id: p.applicationId })}>{p.applicantName}</Link>
  ) : (
    p.applicantName
  );
  return [
    ['申请人', application],
    ['领取方式', `${PICKUPS[p.pickup]}，${p.copies} 份`],
    ...(p.pickup === 'mail'
      ? ([
          ['收件人', p.recipient],
          ['收件电话', p.phone],
          ['收件地址', p.address],
        ] as Fact[])
      : []),
    ...given('备注说明', p.remark),
    ['费用', feeOf(p)],
    ...given('缴费期限', p.payUntilOn && `${p.payUntilOn}（含当日），逾期未缴费自动取消`),
    ...given('缴费', p.payment && p.payment !== 'free' && paymentOf(p)),
    ...given(
      '快递',
      p.trackingNo && (
        <>
          {p.courier} <Typography.Text copyable={{ text: p.trackingNo }}>{p.trackingNo}</Typography.Text>
        </>
      ),
    ),
    ...given('领取人', p.collectedBy),
    ...given('作废原因', p.voidReason),
  ];
}

const given = (label: string, value: Fact[1] | false): Fact[] => (value ? [[label, value]] : []);

function feeOf({ fees, copies, bulk }: PaperDetail): string {
  if (bulk && fees.totalFen + fees.postageFen > 0) {
    const shared = fees.postageFen > 0 ? '；邮寄费随批量申请一并计收' : '';
    return `${toYuan(fees.totalFen)}元（工本费 ${toYuan(fees.copyFeeFen)} × ${copies}${shared}）`;
  }
  if (fees.totalFen === 0) return '免费';
  const postage = fees.postageFen > 0 ? ` + 邮寄费 ${toYuan(fees.postageFen)}` : '';
  return `${toYuan(fees.totalFen)}元（工本费 ${toYuan(fees.copyFeeFen)} × ${copies}${postage}）`;
}

function paymentOf({ payment, paidAt, receiptNo }: PaperDetail): string {
  const receipt = receiptNo ? `，票据号 ${receiptNo}` : '';
  return `${payment ? PAPER_PAYMENTS[payment] : ''} ${formatInstant(paidAt)}${receipt}`;
}
