import type { QueueRow } from '../../../bff/contract/endpoints/certificates.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Age, ApplicationTag, Doubts } from './tags.tsx';

/** An application on a phone. */
export function ApplicationCard({ row }: { row: QueueRow }) {
  return (
    <>
      <strong>{row.typeLabel}</strong>
      <span>{row.applicantName}</span>
      <span className="card-line">
        <span className="figures quiet">{row.number}</span>
        {row.state === 'pending' ? (
          <Doubts count={row.doubts} />
        ) : (
          <ApplicationTag state={row.state} outcome={row.outcome} />
        )}
      </span>
      <span className="card-line quiet">
        <span className="figures">{formatInstant(row.submittedAt)}</span>
        {row.state === 'pending' && <Age minutes={row.ageMinutes} />}
      </span>
    </>
  );
}
