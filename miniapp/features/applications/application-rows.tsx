import type { OwnApplicationRow } from '../../../bff/contract/certificates/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { Box } from '../../ui/elements.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { shownDate } from '../../ui/times.ts';
import { ApplicationTag } from '../../application/application-state.tsx';
import { aboutInWords } from './lawyers-in-words.ts';
import type { useApplicationPages } from './use-application-pages.ts';
import styles from './application-rows.module.css';

/** Phone: an application with its state in two lines (type; number and date), what it is about in a third; more on request. */
export function ApplicationRows({
  list,
  namesLawyers,
}: {
  list: ReturnType<typeof useApplicationPages>;
  namesLawyers: boolean;
}) {
  const { query, rows } = list;
  return (
    <>
      <Box>
        {rows.map((row) => (
          <Row
            key={row.id}
            href={pageUrl('application', { id: row.id })}
            title={row.typeLabel}
            detail={<RowDetail row={row} namesLawyers={namesLawyers} />}
            value={<ApplicationTag state={row.state} outcome={row.outcome} standing={row.standing} />}
          />
        ))}
      </Box>
      <LoadMore query={query} />
    </>
  );
}

/** Number and date, and beneath them whom and what it is for. */
export function RowDetail({ row, namesLawyers }: { row: OwnApplicationRow; namesLawyers: boolean }) {
  const about = aboutInWords(namesLawyers ? row : { ...row, lawyerNames: [], lawyerCount: 0 });
  return (
    <>
      <Box className={styles.facts}>
        <Box as="span">{row.number}</Box>
        <Box as="span">{shownDate(row.submittedAt)}</Box>
      </Box>
      {about ? <Box className={styles.about}>{about}</Box> : null}
    </>
  );
}
