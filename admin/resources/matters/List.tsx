import { MATTER_STATES, type MatterState } from '../../../bff/contract/matters/enums.ts';
import type { MatterRow } from '../../../bff/contract/matters/endpoints.ts';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { ListMatters } from '../../../bff/contract/matters/schemas.ts';
import { LATE } from '../../../bff/contract/office-hours/enums.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { NewsBar, Pager } from '../../ui/list/DataTable.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { MatterTag } from './MatterTag.tsx';
import { Settlement } from './Settlement.tsx';
import { useMatters } from './use-matters.ts';

const filters = [
  { kind: 'choice', name: 'state', label: '状态', options: MATTER_STATES },
  { kind: 'choice', name: 'waited', label: '已等待', options: LATE, none: '不限' },
] as const satisfies Filter<string>[];

/** 证明复核: letters whose facts have changed since they were issued; those that wait come the oldest first. */
export function MatterList() {
  const address = useAddressFilters(['state', 'waited']);
  const state = address.values.state as MatterState;
  const { query, news } = useMatters(address.paging, address.values as ListMatters);
  const { data, isError, error } = query;
  return (
    <Page title="证明复核" name="证明复核">
      <FilterBar filters={filters} address={address} />
      {!data && isError && <Failure error={error} onRetry={() => void query.refetch()} />}
      {!data && !isError && <Skeleton active className="sheet padded" paragraph={{ rows: 8 }} />}
      <NewsBar news={news} />
      {data?.items.length === 0 && (
        <div className="sheet padded">
          <EmptyState text={state === 'open' ? '没有待复核的证明' : '没有符合条件的证明'} />
        </div>
      )}
      {data?.items.map((matter) => (
        <Matter key={matter.id} matter={matter} />
      ))}
      {data && <Pager page={data} paging={address.paging} />}
    </Page>
  );
}

function Matter({ matter }: { matter: MatterRow }) {
  const may = useMay();
  const { applicationId, number, typeLabel, holder, issuedOn, isPublic, state, words } = matter;
  const { subjectKind, subjectId, subjectName, changedBy, changedAt, reason, settledBy, settledAt } = matter;
  const title = `${number} ${typeLabel}`;
  return (
    <section className="sheet padded stack" aria-label={title}>
      <div className="card-line">
        <strong>
          {may(certificateEndpoints.showStaffApplication) ? (
            <Link to={pageUrl('application', { id: applicationId })}>{title}</Link>
          ) : (
            title
          )}
        </strong>
        <MatterTag state={state} />
      </div>
      <p>
        {holder} <span className="quiet figures">{issuedOn}出具</span>{' '}
        {isPublic && state === 'open' && <StateTag tone="alert" label="核验页显示“待复核”" />}
      </p>
      <p>
        出具后的变化：<Link to={subjectUrl(subjectKind, subjectId)}>{subjectName}</Link>　{words}{' '}
        <span className="quiet">
          {changedBy} <span className="figures whole">{formatInstant(changedAt)}</span>
        </span>
      </p>
      {settledAt && (
        <p className="quiet">
          {settledBy} <span className="figures whole">{formatInstant(settledAt)}</span>：
          <span className="multiline">{reason}</span>
        </p>
      )}
      <Settlement matter={matter} />
    </section>
  );
}
