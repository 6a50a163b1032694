import type { ReactNode } from 'react';
import type { QueueRow } from '../../../bff/contract/certificates/endpoints.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Age, CertificateTag } from './tags.tsx';

/** An application on a phone; the tag says what matters in this list. */
export function ApplicationCard({ row, tag }: { row: QueueRow; tag: ReactNode }) {
  return (
    <>
      <strong>{row.typeLabel}</strong>
      <span>{row.applicantName}</span>
      <span className="card-line">
        <span className="figures quiet">{row.number}</span>
        {tag}
        {row.standing && row.standing !== 'valid' && <CertificateTag issue={row.issueState} standing={row.standing} />}
      </span>
      <span className="card-line quiet">
        <span className="figures whole">{formatInstant(row.submittedAt)}</span>
        {row.state === 'pending' && <Age row={row} />}
      </span>
    </>
  );
}
