import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { ANNOUNCEMENT_AUDIENCES, ANNOUNCEMENT_CATEGORIES } from '../../../bff/contract/announcements/enums.ts';
import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import type { StaffAnnouncement } from '../../../bff/contract/announcements/replies.ts';
import { describe } from '../../../bff/contract/eligibility/describe.ts';
import { pageUrl } from '../../addresses.ts';
import { addressOf } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { AttachmentList } from '../../ui/files/AttachmentList.tsx';
import { Page } from '../../ui/Page.tsx';
import { RichText } from '../../ui/rich-text/RichText.tsx';
import { AnnouncementActs } from './Acts.tsx';
import { ConfirmedBy } from './ConfirmedBy.tsx';
import { PhaseTag } from './PhaseTag.tsx';
import { useAnnouncement } from './use-announcements.ts';

/** One announcement: as members read it, for whom it is, and who has confirmed. */
export function AnnouncementShow() {
  const { id = '' } = useParams();
  const { data, isError, error, refetch } = useAnnouncement(id);
  if (!data && isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active className="page" paragraph={{ rows: 10 }} />;
  const { attachments, mustConfirm, publishedAt } = data;
  return (
    <Page
      title={
        <>
          {data.title} <PhaseTag phase={data.phase} />
        </>
      }
      name={data.title}
      back={{ to: pageUrl('announcements'), label: '通知公告' }}
    >
      <AnnouncementActs key={data.version} announcement={data} />
      <section className="sheet padded">
        <FactList facts={factsOf(data)} />
      </section>
      <section className="sheet padded">
        <h2>正文</h2>
        <RichText nodes={data.body} />
        <AttachmentList
          files={attachments}
          addressOf={(file) => addressOf(announcementEndpoints.showAnnouncementFile, { params: { id, file } })}
        />
      </section>
      {mustConfirm && publishedAt && <ConfirmedBy id={data.id} />}
    </Page>
  );
}

const when = (at: string | null, none: string) => (at === null ? none : formatInstant(at));

function factsOf(announcement: StaffAnnouncement): Fact[] {
  const { audience, eligibility, publishedAt, publishedBy, mustConfirm, remindedAt } = announcement;
  return [
    ['分类', ANNOUNCEMENT_CATEGORIES[announcement.category]],
    ['对象', `${ANNOUNCEMENT_AUDIENCES[audience]}${eligibility ? `，须${describe(eligibility)}` : ''}`],
    ['发布', publishedAt ? `${formatInstant(publishedAt)}，${publishedBy}` : '未发布'],
    ['置顶至', when(announcement.pinnedUntil, '不置顶')],
    ['有效期至', when(announcement.validUntil, '长期')],
    ['确认阅读', mustConfirm ? '须逐一确认' : '不需要'],
    ...(remindedAt ? [['上次提醒', formatInstant(remindedAt)] satisfies Fact] : []),
    ['经办人', announcement.createdBy],
    ['最后修改', formatInstant(announcement.updatedAt)],
  ];
}
