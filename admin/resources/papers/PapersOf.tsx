import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { paperEndpoints } from '../../../bff/contract/papers/endpoints.ts';
import { paymentEndpoints } from '../../../bff/contract/payments/endpoints.ts';
import { paperUrl, pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import type { SubjectOfPage } from '../../subjects/parts.tsx';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { feeOf } from './columns.tsx';
import { PaperTag } from './PaperTag.tsx';

/** As many as answer the question what became of the last ones. */
const SHOWN = 6;

/** The paper orders of a firm or lawyer, latest first; nothing for roles that may not read them. */
export function PapersOf(subject: SubjectOfPage) {
  return useMay()(paperEndpoints.listPapers) ? <Orders {...subject} /> : null;
}

function Orders({ kind, id, name }: SubjectOfPage) {
  const maySeePayments = useMay()(paymentEndpoints.listPayments);
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['papers', 'of', kind, id],
    queryFn: ({ signal }) =>
      call(
        paperEndpoints.listPapers,
        { query: { applicantKind: kind, applicantId: id, order: 'newest', limit: SHOWN } },
        signal,
      ),
  });
  return (
    <section className="sheet padded">
      <h2>纸质证明与缴费</h2>
      {isError && !data && <InlineFailure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data?.items.length === 0 && <p className="quiet">没有申请过纸质证明</p>}
      <ul className="plain">
        {data?.items.map((row) => (
          <li key={row.id} className="card-line">
            <span>
              <Link to={paperUrl(row)}>{row.typeLabel}</Link>{' '}
              <span className="quiet figures">
                {row.number} · <span className="whole">{formatInstant(row.createdAt)}</span> · {row.copies} 份 ·{' '}
                {feeOf(row.totalFen)}
              </span>
            </span>
            <PaperTag state={row.state} />
          </li>
        ))}
      </ul>
      {maySeePayments && <Link to={pageUrl('payments', { search: name })}>查看订单</Link>}
    </section>
  );
}
