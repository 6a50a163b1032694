import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { externalHoursEndpoints } from '../../../bff/contract/external-hours/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import type { SubjectOfPage } from '../../subjects/parts.tsx';
import { InlineFailure } from '../../ui/InlineFailure.tsx';
import { ClaimTag } from './ClaimTag.tsx';
import { daysInWords, hoursInWords } from './course-words.ts';

/** As many as a year brings. */
const SHOWN = 12;

/** 校外学时 of a lawyer, the latest first; nothing for firms, and for roles that may not read them. */
export function ClaimsOf({ kind, id }: SubjectOfPage) {
  const may = useMay()(externalHoursEndpoints.listHoursClaims);
  return may && kind === 'lawyer' ? <Claims lawyerId={id} /> : null;
}

function Claims({ lawyerId }: { lawyerId: number }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['hours-claims', 'of', lawyerId],
    queryFn: ({ signal }) =>
      call(externalHoursEndpoints.listHoursClaims, { query: { lawyerId, limit: SHOWN } }, signal),
  });
  return (
    <section className="sheet padded">
      <h2>校外学时</h2>
      {isError && !data && <InlineFailure error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {data?.items.length === 0 && <p className="quiet">没有申报过校外学时</p>}
      <ul className="plain">
        {data?.items.map((row) => (
          <li key={row.id} className="card-line">
            <span>
              <Link to={pageUrl('hoursClaim', { id: row.id })}>{row.title}</Link>{' '}
              <span className="quiet figures">
                {row.organiser} · <span className="whole">{daysInWords(row)}</span> · {hoursInWords(row)}
              </span>
            </span>
            <ClaimTag state={row.state} />
          </li>
        ))}
      </ul>
      {data && data.total > SHOWN && <p className="quiet">只显示最近{SHOWN}份</p>}
    </section>
  );
}
