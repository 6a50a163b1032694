import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { profileEndpoints } from '../../../bff/contract/profile/endpoints.ts';
import { ticketFileEndpoints } from '../../../bff/contract/ticket-files/endpoints.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE } from '../../api/query-client.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';

/** 谁看过我的信息: who of the staff opened or exported what, when and why; of the profile for the lawyer alone. */
export default function ProfileViewsPage() {
  return (
    <MemberPage title="谁看过我的信息" entry="account">
      {({ id, kind }) => (
        <>
          {kind === 'lawyer' ? <Views accountId={id} /> : <Notice>信息补全的查看记录由律师用本人的账号查询。</Notice>}
          <Openings accountId={id} />
        </>
      )}
    </MemberPage>
  );
}

function Views({ accountId }: { accountId: number }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['profile-views', accountId],
    queryFn: () => call(profileEndpoints.listProfileViews, {}),
  });
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <Notice>
        工作人员打开家庭成员、家庭住址、完整证件号码和照片所附证件的，每一次连同事由都记录在此；律所核对过证件号码的，以及导出过含有您的列表的，也在此列出。查看人以岗位和工号表示。最近200次，新的在前。对查看有疑问的，可凭工号提交工单询问。
      </Notice>
      {data.items.length === 0 ? <Notice>还没有人打开过您的敏感信息，也没有人导出过含有您的列表。</Notice> : null}
      {data.items.map(({ at, what, by, reason }, index) => (
        <Sheet key={`${at} ${index}`} title={what}>
          <Facts
            rows={[
              ['时间', shownTime(at)],
              ['查看人', by],
              ['事由', reason],
            ]}
          />
        </Sheet>
      ))}
    </>
  );
}

/** Identity documents and numbers in tickets. */
function Openings({ accountId }: { accountId: number }) {
  const { data, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['ticket-openings', accountId],
    queryFn: ({ pageParam }) =>
      call(ticketFileEndpoints.listTicketOpenings, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const openings = data.pages.flatMap((page) => page.items);
  if (openings.length === 0) return <Notice>还没有人打开过您工单中的证件和证件号码。</Notice>;
  return (
    <>
      {openings.map(({ id, at, by, number, what }) => (
        <Sheet key={id} title={`工单 ${number} 中的证件`}>
          <Facts
            rows={[
              ['时间', shownTime(at)],
              ['查看人', by],
              ['内容', what],
            ]}
          />
        </Sheet>
      ))}
      {hasNextPage ? (
        <Button kind="secondary" onTap={() => void fetchNextPage()} busyLabel={isFetchingNextPage && '正在加载…'}>
          更早的记录
        </Button>
      ) : null}
    </>
  );
}

const Waiting = () => (
  <Sheet>
    <Skeleton lines={4} />
  </Sheet>
);
