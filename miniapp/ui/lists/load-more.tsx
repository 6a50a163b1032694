import { useReachBottom } from '@tarojs/taro';
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

/**
 * 加载更多 under a list, and why the next page did not come; whoever reaches the end of the page is spared the tap. What
 * comes and goes stays inside one box: the mini-program sends a parent's whole content again when it loses a child.
 */
export function LoadMore({ query }: { query: Pages }) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  useReachBottom(() => {
    // After a fault it is for the reader to try again.
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void query.fetchNextPage();
  });
  return (
    <Box className={hasNextPage ? styles.more : undefined}>
      {isFetchNextPageError ? <Box as="p">{faultText(query.error)}</Box> : null}
      {hasNextPage ? (
        <Button kind="text" onTap={() => void query.fetchNextPage()} busyLabel={isFetchingNextPage && '正在加载…'}>
          加载更多
        </Button>
      ) : null}
    </Box>
  );
}
