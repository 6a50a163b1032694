import { useDidShow } from '@tarojs/taro';
import { Fragment } from 'react';
import type { OwnHours as Hours } from '../../../bff/contract/own-hours/replies.ts';
import { HOURS_KINDS, HOURS_MODES, HOURS_SOURCES, HOURS_STATES } from '../../../bff/contract/records/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { askUrl } from '../../application/ask-desk.tsx';
import { Box, Link } from '../../ui/elements.tsx';
import { Row } from '../../ui/lists/row.tsx';
import { Empty, Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, type FactAct, type FactRow } from '../../ui/sheets/sheet.tsx';
import { shownSpan } from './shown-weekday.ts';
import { useOwnHours } from './use-activities.ts';
import styles from './activities.module.css';

type Item = Hours['years'][number]['items'][number];
const inHours = (tenths: number) => `${tenths / 10}学时`;

/** 我的学时: what counts, what is missing this year and what would fill it, and every year with its activities. */
export function OwnHours() {
  const { data, isError, error, refetch } = useOwnHours();
  useDidShow(() => void refetch());
  if (isError && !data) return <Failure fault={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <Box>
      <ThisYear hours={data} />
      <Fills hours={data} />
      {data.years.length === 0 ? <Empty>还没有学时记录。活动结束两小时后记入。</Empty> : null}
      {data.years.map(({ year, countedTenths, items }) => (
        <Box key={year} className={styles.gap}>
          <Box className={styles.head}>
            {year}年度　{inHours(countedTenths)}
          </Box>
          <Facts
            rows={items.map(({ activityId, title, heldOn, tenths, kind, mode, source, state }): FactRow => {
              const isDisputed = state === 'disputed';
              const about: string[] = [HOURS_KINDS[kind]];
              if (mode === 'online') about.push(HOURS_MODES[mode]);
              if (source === 'external') about.push(HOURS_SOURCES[source]);
              if (isDisputed) about.push(`${HOURS_STATES[state]}，不计入`);
              const words = `${title}　${inHours(tenths)}（${about.join('，')}）`;
              return isDisputed ? [heldOn, words] : [heldOn, words, dispute({ activityId, title, heldOn })];
            })}
          />
        </Box>
      ))}
      <Notice>
        在本会以外取得的学时，请
        <Link href={pageUrl('hoursClaims')}>申报校外学时</Link>。
      </Notice>
      <Notice>
        本会活动有遗漏的，请
        <Link href={askUrl({ category: 'activity', title: '学时遗漏' })}>提交工单</Link>
        ，协会核对后更正。
      </Notice>
      <Notice>
        缺席和报名限制见
        <Link href={pageUrl('activityLimits')}>我的限制</Link>。
      </Notice>
    </Box>
  );
}

/** The ticket is of the right kind, says which record is meant, and leads to the activity that gave it. */
const dispute = ({ activityId, title, heldOn }: Pick<Item, 'activityId' | 'title' | 'heldOn'>): FactAct => ({
  href: askUrl({
    category: 'activity',
    title: `学时异议：${heldOn} ${title}`,
    ...(activityId === null ? {} : { tied: { kind: 'activity', key: activityId } }),
  }),
  text: '有异议',
  label: `有异议：${title}`,
});

function ThisYear({ hours }: { hours: Hours }) {
  const { year, requiredTenths, countedTenths, comingTenths, parts, why } = hours;
  return (
    <Box className={styles.gap}>
      {requiredTenths > 0 ? (
        <>
          <Progress label={`${year}年应修`} counted={countedTenths} required={requiredTenths} />
          {parts.map((part) => (
            <Fragment key={part.kind}>
              <Progress
                label={`其中${HOURS_KINDS[part.kind]}`}
                counted={part.countedTenths}
                required={part.requiredTenths}
              />
              {part.requiredOnsiteTenths > 0 ? (
                <Progress
                  label={`其中${HOURS_MODES.onsite}`}
                  counted={part.countedOnsiteTenths}
                  required={part.requiredOnsiteTenths}
                />
              ) : null}
            </Fragment>
          ))}
        </>
      ) : (
        <Facts rows={[[`${year}年已修`, inHours(countedTenths)]]} />
      )}
      {why ? <Notice>{why}。</Notice> : null}
      {comingTenths > 0 ? <Facts rows={[['已报名待参加', inHours(comingTenths)]]} /> : null}
    </Box>
  );
}

/** How much of something there is, as a bar, and what is missing in words. */
function Progress({ label, counted, required }: { label: string; counted: number; required: number }) {
  const missing = Math.max(0, required - counted);
  return (
    <Box className={styles.progress}>
      <Box className={styles.progressWords}>
        <Box as="span">{label}</Box>
        <Box as="span">
          {`${counted / 10} / ${required / 10}学时，${missing === 0 ? '已修满' : `还缺${missing / 10}`}`}
        </Box>
      </Box>
      <Box className={styles.track}>
        <Box
          className={missing === 0 ? styles.full : styles.filled}
          style={{ width: `${Math.min(100, Math.floor((counted / required) * 100))}%` }}
        />
      </Box>
    </Box>
  );
}

/** Whether anything is missing, of the whole or of a kind. */
const isLacking = ({ requiredTenths, countedTenths, parts }: Hours): boolean =>
  countedTenths < requiredTenths ||
  parts.some(
    (part) => part.countedTenths < part.requiredTenths || part.countedOnsiteTenths < part.requiredOnsiteTenths,
  );

/** Activities that would fill what is missing, while something is. */
function Fills({ hours }: { hours: Hours }) {
  const { fills } = hours;
  if (!isLacking(hours) || fills.length === 0) return null;
  return (
    <Box className={styles.gap}>
      <Box className={styles.head}>可以补足的活动</Box>
      {fills.map(({ id, title, beginsAt, endsAt, hoursTenths, clash, part }) => (
        <Row
          key={id}
          href={pageUrl('activity', { id })}
          title={title}
          detail={
            <>
              <Box>{shownSpan(beginsAt, endsAt)}</Box>
              {part ? <Box>补{HOURS_KINDS[part]}学时</Box> : null}
              {clash ? <Box>与已报名的“{clash}”时间重叠</Box> : null}
            </>
          }
          value={inHours(hoursTenths)}
        />
      ))}
    </Box>
  );
}
