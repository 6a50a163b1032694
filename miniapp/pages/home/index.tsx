import { useDidShow } from '@tarojs/taro';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../../../bff/contract/registry/enums.ts';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { groupDigits } from '../../../bff/contract/text.ts';
import { ApplicationStateTag, ApplicationTag } from '../../application/application-state.tsx';
import { DraftCard } from '../../application/drafts/draft-card.tsx';
import { RowDetail } from '../../features/applications/application-rows.tsx';
import type { ApplicationFilters } from '../../features/applications/use-application-filters.ts';
import { AnnouncementRow } from '../../features/announcements/announcement-row.tsx';
import { CalledOff } from '../../features/home/called-off.tsx';
import { FirstTask } from '../../features/home/first-task.tsx';
import { Portrait } from '../../features/home/portrait.tsx';
import { useHome } from '../../features/home/use-home.ts';
import { Workbench } from '../../features/home/workbench.tsx';
import { Zone } from '../../features/home/zone.tsx';
import { useOffice } from '../../office/use-office.ts';
import { MemberPage } from '../../shell/page.tsx';
import { pageUrl } from '../../addresses.ts';
import { useWide } from '../../platform/page/screen.ts';
import { Empty, Failure } from '../../ui/sheets/blank.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { useShareCards } from '../../ui/share-button.tsx';
import { Icon } from '../../ui/marks/icon.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { shownTime } from '../../ui/times.ts';
import styles from './index.module.css';

export default function HomePage() {
  return (
    <MemberPage title="首页" tab="home" entry="home">
      {(account, session) => <Home account={account} lastSignedInAt={session.lastSignedInAt} />}
    </MemberPage>
  );
}

/** 首页: navigation (the frame), the member, what is first, the workbench, what was applied for, and announcements. */
function Home({ account, lastSignedInAt }: { account: MemberAccount; lastSignedInAt: string | null }) {
  const { data: home, isError, error, refetch } = useHome();
  const office = useOffice();
  const isWide = useWide();
  const again = () => void refetch();
  useDidShow(again);
  // Forwarded, it opens for whoever receives it: nothing of this member goes along.
  useShareCards({ title: `${office.data?.association ?? ''}电子证明`, path: pageUrl('home') });
  const certificates = home?.certificates;
  const numbers = certificates?.isThere ? certificates.value : undefined;
  const profile = home?.profile.isThere ? home.profile.value : null;
  const task = home?.task.isThere ? home.task.value : null;
  return (
    <Box className={styles.zones}>
      <Sheet className={styles.who}>
        <Box className={styles.whoText}>
          <Box className={styles.name}>{account.name}</Box>
          <Box className={styles.about}>{aboutOf(account)}</Box>
          <Box className={styles.about}>
            {account.kind === 'firm' ? '执业许可证号 ' : '执业证号 '}
            <Box as="span" className={styles.number}>
              {groupDigits(account.licenceNo)}
            </Box>
          </Box>
          <Box className={styles.about}>{lastSignedInAt ? `上次登录 ${shownTime(lastSignedInAt)}` : '首次登录'}</Box>
        </Box>
        <Portrait name={account.name} photoId={profile?.photoId ?? null} />
      </Sheet>

      <Link href={pageUrl('search')} className={styles.search}>
        <Icon name="search" />
        <Box as="span">查找证明、工单、活动、公告</Box>
      </Link>

      <Box className={styles.first}>
        {isError && !home ? (
          <Sheet>
            <Failure fault={error} safe="您的申请记录不受影响。" onRetry={again} />
          </Sheet>
        ) : null}
        {home?.activities.isThere && home.activities.value ? (
          <CalledOff activities={home.activities.value.calledOff} />
        ) : null}
        {task ? <FirstTask task={task} /> : null}
        <Link href={pageUrl('apply')} className={styles.apply}>
          <Icon name="seal" className={styles.applyIcon} />
          <Box className={styles.applyText}>
            <Box className={styles.applyTitle}>我要申请</Box>
            <Box className={styles.applyDetail}>在线申请电子证明，符合条件的由系统即时出具</Box>
          </Box>
          <Icon name="forward" />
        </Link>
        <DraftCard accountId={account.id} form="draft" />
        {account.kind === 'firm' ? <DraftCard accountId={account.id} form="bulk-draft" /> : null}
      </Box>

      <Box className={styles.numbers}>
        <Count label="待审批" only={{ state: 'pending' }} value={numbers?.pending} />
        <Count label="已通过" only={{ outcome: 'approved' }} value={numbers?.approved} />
        <Count label="被驳回" only={{ outcome: 'rejected' }} value={numbers?.rejected} />
      </Box>

      <Box className={styles.bench}>
        <Workbench account={account} home={home} />
      </Box>

      <Sheet
        title="最近的申请"
        className={styles.recent}
        beside={
          <Link href={pageUrl('applications')} className={styles.more}>
            全部
          </Link>
        }
      >
        <Zone part={isError && !home ? UNKNOWN : certificates} name="申请记录" lines={4} onRetry={again}>
          {({ returned, recent }) => (
            <>
              {returned ? <ReturnedRow count={returned} /> : null}
              {recent.length === 0 ? <Empty>还没有申请过证明。</Empty> : null}
              {recent.map((row) => (
                <Row
                  key={row.id}
                  href={pageUrl('application', { id: row.id })}
                  title={row.typeLabel}
                  detail={<RowDetail row={row} namesLawyers={account.kind === 'firm'} />}
                  value={<ApplicationTag state={row.state} outcome={row.outcome} standing={row.standing} />}
                />
              ))}
            </>
          )}
        </Zone>
      </Sheet>

      <Sheet
        title="通知公告"
        className={styles.announcements}
        beside={
          <Link href={pageUrl('announcements')} className={styles.more}>
            全部公告
          </Link>
        }
      >
        <Zone part={isError && !home ? UNKNOWN : home?.announcements} name="公告" lines={4} onRetry={again}>
          {(items) =>
            items.length === 0 ? (
              <Empty>目前没有通知公告。</Empty>
            ) : (
              items.slice(0, isWide ? 5 : 3).map((item) => <AnnouncementRow key={item.id} item={item} />)
            )
          }
        </Zone>
      </Sheet>
    </Box>
  );
}

/** The whole page could not be had. */
const UNKNOWN = { isThere: false } as const;

function aboutOf(account: MemberAccount): string {
  if (account.kind === 'firm') return account.firmKind ? FIRM_KINDS[account.firmKind] : '团体会员';
  return [account.category && LAWYER_CATEGORIES[account.category], account.firmName].filter(Boolean).join('　');
}

/** What waits for the member goes before all else. */
function ReturnedRow({ count }: { count: number }) {
  return (
    <Row
      href={pageUrl('applications', { state: 'returned' })}
      title={`${count} 份申请待补正`}
      detail="补正后重新提交，编号不变；逾期自动关闭"
      value={<ApplicationStateTag state="returned" />}
    />
  );
}

/** A number of applications, which opens exactly those. */
function Count({
  label,
  value,
  only,
}: {
  label: string;
  value: number | undefined;
  only: Partial<ApplicationFilters>;
}) {
  return (
    <Link href={pageUrl('applications', only)} className={styles.count} label={`${value ?? '–'} ${label}`}>
      <Box className={styles.figure}>{value ?? '–'}</Box>
      <Box className={styles.countLabel}>{label}</Box>
    </Link>
  );
}
