import { useDidShow } from '@tarojs/taro';
import { pageUrl } from '../../addresses.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { ActionBar } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { ClaimTag } from './claim-tag.tsx';
import { daysInWords, hoursInWords } from './course-words.ts';
import { useClaims } from './use-claims.ts';

/** Own claims, the latest first. */
export function ClaimList() {
  const query = useClaims();
  useDidShow(() => void query.refetch());
  const claims = query.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Notice>
        参加本会以外的培训、论坛等取得的学时在此申报，协会核对证明材料后认定，计入
        <Link href={pageUrl('activities', { view: 'hours' })}>我的学时</Link>
        。本会活动的学时按签到自动记入，不用申报。
      </Notice>
      <Sheet title="我的申报">
        {query.isError && !claims ? <Failure fault={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <Skeleton lines={6} /> : null}
        {claims?.length === 0 ? <Empty>您还没有申报校外学时。</Empty> : null}
        <Box>
          {claims?.map((claim) => (
            <Row
              key={claim.id}
              href={pageUrl('hoursClaim', { id: claim.id })}
              title={claim.title}
              detail={
                <>
                  <Box>{claim.organiser}</Box>
                  <Box>
                    {daysInWords(claim)}　{hoursInWords(claim)}
                  </Box>
                </>
              }
              value={<ClaimTag state={claim.state} />}
            />
          ))}
        </Box>
        <LoadMore query={query} />
      </Sheet>
      <ActionBar>
        <Button onTap={() => goTo(pageUrl('hoursClaimForm'))}>申报校外学时</Button>
      </ActionBar>
    </>
  );
}
