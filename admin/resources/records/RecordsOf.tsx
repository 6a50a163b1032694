import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { recordEndpoints } from '../../../bff/contract/records/endpoints.ts';
import type { SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { appointments } from './appointments.tsx';
import { assessments } from './assessments.tsx';
import { dues } from './dues.tsx';
import { formerNames, mergers } from './firm-changes.tsx';
import { hours } from './hours.tsx';
import { periods } from './periods.tsx';
import { RecordSection } from './RecordSection.tsx';

/** Everything that is kept about one firm or lawyer year by year, on its page. */
export function RecordsOf({ kind, id }: { kind: SubjectKind; id: number }) {
  return kind === 'firm' ? <RecordsOfFirm id={id} /> : <RecordsOfLawyer id={id} />;
}

function RecordsOfFirm({ id }: { id: number }) {
  const query = useQuery({
    queryKey: ['records', 'of', 'firm', id],
    queryFn: ({ signal }) => call(recordEndpoints.showFirmRecords, { params: { id: String(id) } }, signal),
  });
  const about = { kind: 'firm', id } as const;
  return (
    <Loaded query={query}>
      {(records) => (
        <>
          <RecordSection spec={formerNames} about={about} rows={records.formerNames} />
          <RecordSection spec={mergers} about={about} rows={records.mergers} />
          <RecordSection spec={assessments} about={about} rows={records.assessments} />
          <RecordSection spec={dues} about={about} rows={records.dues} />
        </>
      )}
    </Loaded>
  );
}

function RecordsOfLawyer({ id }: { id: number }) {
  const query = useQuery({
    queryKey: ['records', 'of', 'lawyer', id],
    queryFn: ({ signal }) => call(recordEndpoints.showLawyerRecords, { params: { id: String(id) } }, signal),
  });
  const about = { kind: 'lawyer', id } as const;
  return (
    <Loaded query={query}>
      {(records) => (
        <>
          <RecordSection spec={periods} about={about} rows={records.periods} />
          <RecordSection spec={assessments} about={about} rows={records.assessments} />
          <RecordSection spec={dues} about={about} rows={records.dues} />
          <RecordSection spec={appointments} about={about} rows={records.appointments} />
          <RecordSection spec={hours} about={about} rows={records.hours} />
        </>
      )}
    </Loaded>
  );
}

function Loaded<Records>({
  query,
  children,
}: {
  query: UseQueryResult<Records>;
  children: (records: Records) => ReactNode;
}) {
  const { data, isError, error, refetch } = query;
  if (data !== undefined) return children(data);
  return (
    <section className="sheet padded">
      {isError ? (
        <p role="alert">
          {sentenceOf(error)}{' '}
          <Button type="link" onClick={() => void refetch()}>
            重试
          </Button>
        </p>
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      )}
    </section>
  );
}
