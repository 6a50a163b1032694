import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { applicationUrl, pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { ApplicationTag, CertificateTag } from './tags.tsx';

interface ApplicationsOfProps {
  kind: SubjectKind;
  id: number;
  /** The application on whose page this stands: it is not one of the others. */
  except?: number;
}

/** As many as answer the question whether this was asked for before. */
const SHOWN = 6;

/** What a firm or lawyer has applied for, latest first; nothing for roles that may not read it. */
export function ApplicationsOf(props: ApplicationsOfProps) {
  return useMay()(certificateEndpoints.listQueue) ? <Applications {...props} /> : null;
}

function Applications({ kind, id, except }: ApplicationsOfProps) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['applications', 'of', kind, id],
    queryFn: ({ signal }) =>
      call(certificateEndpoints.listQueue, { query: { applicantKind: kind, applicantId: id, limit: SHOWN } }, signal),
  });
  const rows = data?.items.filter((row) => row.id !== except) ?? [];
  return (
    <section className="sheet padded">
      <h2>{except === undefined ? '证明申请' : '该会员的其他申请'}</h2>
      {isError && !data && <InlineFailure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data && rows.length === 0 && <p className="quiet">没有申请记录</p>}
      <ul className="plain">
        {rows.map((row) => (
          <li key={row.id} className="card-line">
            <span>
              <Link to={applicationUrl(row)}>{row.typeLabel}</Link>{' '}
              <span className="quiet figures">
                {row.number} · <span className="whole">{formatInstant(row.submittedAt)}</span>
              </span>
            </span>
            <span>
              {row.standing ? (
                <CertificateTag issue={row.issueState} standing={row.standing} />
              ) : (
                <ApplicationTag state={row.state} outcome={row.outcome} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {data?.next && <Link to={pageUrl('applications', { applicantKind: kind, applicantId: id })}>查看全部</Link>}
    </section>
  );
}
