import { faultText } from '../../api/api-error.ts';
import { pageUrl } from '../../addresses.ts';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { shownDate } from '../../ui/times.ts';
import { ApplicationTag } from './application-state.tsx';
import type { useApplicationPages } from './use-application-pages.ts';
import styles from './application-rows.module.css';

/** Phone: two lines an application (type; number and date) with its state, and more on request. */
export function ApplicationRows({ list }: { list: ReturnType<typeof useApplicationPages> }) {
  const { query, rows } = list;
  return (
    <>
      {rows.map((row) => (
        <Row
          key={row.id}
          href={pageUrl('application', { id: row.id })}
          title={row.typeLabel}
          detail={`${row.number}　${shownDate(row.submittedAt)}`}
          value={<ApplicationTag state={row.state} outcome={row.outcome} standing={row.standing} />}
        />
      ))}
      {query.hasNextPage ? (
        <Box className={styles.more}>
          {query.isFetchNextPageError ? <Box as="p">{faultText(query.error)}</Box> : null}
          <Button
            kind="text"
            onTap={() => void query.fetchNextPage()}
            busyLabel={query.isFetchingNextPage && '正在加载…'}
          >
            加载更多
          </Button>
        </Box>
      ) : null}
    </>
  );
}
