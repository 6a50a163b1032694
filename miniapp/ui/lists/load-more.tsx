import { faultText } from '../../api/api-error.ts';
import { Button } from '../button.tsx';
import { Box } from '../elements.tsx';
import styles from './load-more.module.css';

/** What of a list in pages is looked at, as TanStack Query keeps it. */
interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage(): Promise<unknown>;
}

/** 加载更多 under a list, and why the next page did not come; nothing where there is none. */
export function LoadMore({ query }: { query: Pages }) {
  if (!query.hasNextPage) return null;
  return (
    <Box className={styles.more}>
      {query.isFetchNextPageError ? <Box as="p">{faultText(query.error)}</Box> : null}
      <Button kind="text" onTap={() => void query.fetchNextPage()} busyLabel={query.isFetchingNextPage && '正在加载…'}>
        加载更多
      </Button>
    </Box>
  );
}
