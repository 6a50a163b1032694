import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { rightsEndpoints } from '../../../bff/contract/rights/endpoints.ts';
import { KEPT_ELSEWHERE, RETENTION } from '../../../bff/contract/rights/enums.ts';
import { call } from '../../providers/call.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';

/** What is kept how long, by the table by which it is removed, and what was removed lately. */
export function RetentionShow() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => call(rightsEndpoints.listRetentionRemovals, {}, signal),
  });
  return (
    <Page title="保存期限" name="保存期限">
      <section className="sheet padded">
        <h2>个人信息保存多久</h2>
        <p className="quiet">每夜自动删除到期的；修改期限属于隐私保护指引的变更，须发布新版。</p>
        <FactList
          isWide
          facts={[
            ...Object.values(RETENTION).map(({ what, from, days }): Fact => [what, `${from}起${days}天`]),
            ...KEPT_ELSEWHERE.map(({ what, howLong }): Fact => [what, howLong]),
          ]}
        />
      </section>
      <section className="sheet padded">
        <h2>删除记录</h2>
        {isError && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !isError && <Skeleton active title={false} />}
        {data?.items.length === 0 && <p className="quiet">还没有到期的内容。</p>}
        {data && data.items.length > 0 && (
          <FactList
            facts={data.items.map(({ on, kind, removed }): Fact => [on, `${RETENTION[kind].what}：${removed}项`])}
          />
        )}
      </section>
    </Page>
  );
}
