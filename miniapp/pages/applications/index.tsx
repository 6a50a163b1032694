import { useDidShow } from '@tarojs/taro';
import { ApplicationFiltersBar } from '../../features/applications/application-filters.tsx';
import { ApplicationRows } from '../../features/applications/application-rows.tsx';
import { ApplicationTable } from '../../features/applications/application-table.tsx';
import { SortButton } from '../../features/applications/sort-button.tsx';
import { ApplicationSearch } from '../../features/applications/application-search.tsx';
import {
  countFilters,
  NO_FILTERS,
  useApplicationFilters,
} from '../../features/applications/use-application-filters.ts';
import { useApplicationPages } from '../../features/applications/use-application-pages.ts';
import { MemberPage } from '../../shell/page.tsx';
import { pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { useWide } from '../../platform/page/screen.ts';
import { useApplicationsName } from '../../shell/menu.ts';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import styles from './index.module.css';

export default function ApplicationsPage() {
  return (
    <MemberPage title={useApplicationsName()} tab="applications" entry="applications">
      {(account) => <Applications namesLawyers={account.kind === 'firm'} />}
    </MemberPage>
  );
}

function Applications({ namesLawyers }: { namesLawyers: boolean }) {
  const isWide = useWide();
  const { filters, setFilters } = useApplicationFilters();
  const list = useApplicationPages(filters);
  useDidShow(() => void list.query.refetch());
  const isFiltered = countFilters(filters) > 0;
  const flip = () => setFilters({ ...filters, order: filters.order === 'newest' ? 'oldest' : 'newest' });

  return (
    <>
      {isWide ? (
        <ApplicationFiltersBar filters={filters} onChange={setFilters} />
      ) : (
        <ApplicationSearch
          key={filters.search}
          value={filters.search}
          onSearch={(search) => setFilters({ ...filters, search })}
        />
      )}
      <Box className={styles.head}>
        {isWide ? null : <ApplicationFiltersBar filters={filters} onChange={setFilters} />}
        <Box className={styles.total} live="polite">
          {list.total ? `共 ${list.total.count}${list.total.isCapped ? '+' : ''} 条` : ''}
        </Box>
        {isWide ? null : <SortButton order={filters.order} onFlip={flip} />}
      </Box>
      <Sheet className={styles.sheet}>
        {list.query.isError ? (
          <Failure fault={list.query.error} safe="您的申请记录不受影响。" onRetry={() => void list.query.refetch()} />
        ) : !list.query.data ? (
          <Skeleton lines={8} />
        ) : list.rows.length === 0 ? (
          <Empty
            action={
              isFiltered ? (
                <Button kind="secondary" onTap={() => setFilters({ ...NO_FILTERS, order: filters.order })}>
                  重置筛选条件
                </Button>
              ) : (
                <Button onTap={() => goTo(pageUrl('apply'))}>我要申请</Button>
              )
            }
          >
            {isFiltered ? '没有符合条件的申请。' : '还没有申请过证明。'}
          </Empty>
        ) : isWide ? (
          <ApplicationTable list={list} order={filters.order} namesLawyers={namesLawyers} onFlip={flip} />
        ) : (
          <ApplicationRows list={list} namesLawyers={namesLawyers} />
        )}
      </Sheet>
    </>
  );
}
