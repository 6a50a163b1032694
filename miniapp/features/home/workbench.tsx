import type { ReactNode } from 'react';
import { daysUntil } from '../../../bff/contract/dates.ts';
import type { HomeHours } from '../../../bff/contract/home/replies.ts';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import { PROFILE_STATES } from '../../../bff/contract/profile/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { Box, Link } from '../../ui/elements.tsx';
import { shownTime } from '../../ui/times.ts';
import { HoursRing } from './hours-ring.tsx';
import type { Home, Part } from './use-home.ts';
import styles from './home.module.css';

/** 工作台: each card tells one thing and leads to it. A card whose part could not be had leads there all the same. */
export function Workbench({ account, home }: { account: MemberAccount; home: Home | undefined }) {
  const isLawyer = account.kind === 'lawyer';
  return (
    <Box className={styles.cards}>
      {isLawyer ? (
        <>
          <Card href={pageUrl('profile')} title="信息补全">
            {told(home?.profile, (profile) => (profile ? `${PROFILE_STATES[profile.state]} ${profile.percent}%` : ''))}
          </Card>
          <Card href={pageUrl('ownFile')} title="个人档案">
            本人填写的全部信息
          </Card>
          <Card href={pageUrl('profile')} title="信息变更">
            审核通过后修改
          </Card>
          <Card href={pageUrl('photo')} title="更改照片">
            证件照片
          </Card>
          <Card href={pageUrl('activities')} title="活动">
            {told(home?.activities, (activities) => {
              if (!activities || activities.coming === 0) return '查看可以报名的活动';
              if (activities.offers > 0) return `${activities.offers}项待您确认`;
              const { next } = activities;
              return next ? `${next.title}　${beginsWords(next.beginsAt)}` : `候补中 ${activities.coming}项`;
            })}
          </Card>
          <Card
            href={pageUrl('activities', { view: 'hours' })}
            title="活动学时"
            mark={<HoursRing hours={valueOf(home?.hours)} />}
          >
            {told(home?.hours, (hours) => (hours ? hoursWords(hours) : ''))}
          </Card>
        </>
      ) : (
        <>
          <Card href={pageUrl('bulk')} title="批量申请">
            为本所律师分别申请
          </Card>
          <Card href={pageUrl('archive')} title="会员档案">
            考核、会费等登记记录
          </Card>
        </>
      )}
      <Card href={pageUrl('tickets')} title="我的工单">
        {told(home?.tickets, ({ open, asked }) =>
          asked > 0 ? `${asked}件待您补充` : open > 0 ? `${open}件处理中` : '向协会提问、求助',
        )}
      </Card>
      <Card href={pageUrl('inbox')} title="消息">
        {told(home?.inbox, ({ unread }) => (unread > 0 ? `${unread > 99 ? '99+' : unread}条未读` : '没有未读消息'))}
      </Card>
      <Card href={pageUrl('contacts')} title="账户信息">
        邮箱、手机
      </Card>
      <Card href={pageUrl('password')} title="修改密码">
        定期更换
      </Card>
      <Card href={pageUrl('correctionForm')} title="更正登记信息">
        {isLawyer ? '信息有误、转所' : '登记信息有误'}
      </Card>
      <Card href={pageUrl('verify')} title="核验证明">
        核对真伪和现在的状态
      </Card>
    </Box>
  );
}

/** What a part says; nothing while it is on its way. */
function told<Value>(part: Part<Value>, say: (value: Value) => string): string {
  if (!part) return '';
  return part.isThere ? say(part.value) : '暂时无法加载';
}

const valueOf = <Value,>(part: Part<Value>): Value | null => (part?.isThere ? part.value : null);

/** When it begins, and how long until then; of what begins within a day the time alone says it. */
function beginsWords(instant: string): string {
  const days = daysUntil(Date.parse(instant), Date.now());
  return days > 0 ? `${shownTime(instant)}，还有${days}天` : shownTime(instant);
}

/** The figures stay together where the line breaks. */
const hoursWords = ({ year, tenths, requiredTenths }: HomeHours): string =>
  requiredTenths > 0 ? `已修 ${tenths / 10}\u00a0/\u00a0${requiredTenths / 10}` : `${year}年已修 ${tenths / 10}`;

function Card({
  href,
  title,
  mark,
  children,
}: {
  href: string;
  title: string;
  /** What is drawn before the words. */
  mark?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Link href={href} className={styles.card}>
      <Box className={styles.cardTitle}>{title}</Box>
      <Box className={styles.cardRow}>
        {mark}
        <Box className={styles.cardWords}>{children}</Box>
      </Box>
    </Link>
  );
}
