import { pageUrl } from '../../addresses.ts';
import { Box } from '../../ui/elements.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { shownDate } from '../../ui/times.ts';
import { ApplicationTag } from './application-state.tsx';
import type { useApplicationPages } from './use-application-pages.ts';

/** Phone: two lines an application (type; number and date) with its state, and more on request. */
export function ApplicationRows({ list }: { list: ReturnType<typeof useApplicationPages> }) {
  const { query, rows } = list;
  return (
    <>
      <Box>
        {rows.map((row) => (
          <Row
            key={row.id}
            href={pageUrl('application', { id: row.id })}
            title={row.typeLabel}
            detail={`${row.number}　${shownDate(row.submittedAt)}`}
            value={<ApplicationTag state={row.state} outcome={row.outcome} standing={row.standing} />}
          />
        ))}
      </Box>
      <LoadMore query={query} />
    </>
  );
}
