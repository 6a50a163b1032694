import { useDidShow } from '@tarojs/taro';
import { pageUrl } from '../../addresses.ts';
import { CorrectionTag } from '../../features/corrections/correction-tag.tsx';
import { useCorrections } from '../../features/corrections/use-corrections.ts';
import { goTo } from '../../platform/page/navigate.ts';
import { MemberPage } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Box } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { LoadMore } from '../../ui/lists/load-more.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './index.module.css';

/** 更正申请: what the member has asked the association to correct. */
export default function CorrectionsPage() {
  return (
    <MemberPage title="更正申请" entry="account">
      {() => <Corrections />}
    </MemberPage>
  );
}

function Corrections() {
  const { query, rows } = useCorrections();
  useDidShow(() => void query.refetch());
  const ask = (
    <Button kind="secondary" onTap={() => goTo(pageUrl('correctionForm'))}>
      申请更正
    </Button>
  );
  return (
    <Sheet>
      {query.isError && !query.data ? (
        <Failure fault={query.error} safe="已提交的申请不受影响。" onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton lines={6} />
      ) : rows.length === 0 ? (
        <Empty action={ask}>还没有更正申请。登记信息有误时，可以申请协会更正。</Empty>
      ) : (
        <>
          <Box>
            {rows.map(({ id, label, isClaim, subjectName, present, wanted, requestedAt, state }) => (
              <Row
                key={id}
                href={pageUrl('correction', { id })}
                title={isClaim ? `${subjectName}　${label}` : label}
                detail={
                  <>
                    <Box>{present ? `${present} → ${wanted}` : wanted}</Box>
                    <Box>{shownTime(requestedAt)}</Box>
                  </>
                }
                value={<CorrectionTag state={state} />}
              />
            ))}
          </Box>
          <LoadMore query={query} />
          {query.hasNextPage ? null : <Box className={styles.ask}>{ask}</Box>}
        </>
      )}
    </Sheet>
  );
}
