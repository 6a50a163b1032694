import { useParams } from 'react-router';
import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { EditPage } from '../../ui/form/EditPage.tsx';
import { fieldsOf, publishedFieldsOf, toUpdate, toValues } from './announcement-form.tsx';
import { announcementKey, ANNOUNCEMENTS } from './use-announcements.ts';

/** 修改公告: members see that a published one was changed. */
export function AnnouncementEdit() {
  const { id = '' } = useParams();
  return (
    <EditPage
      key={id}
      name="修改公告"
      back={{ to: pageUrl('announcement', { id }), label: '公告详情' }}
      cacheKey={announcementKey(id)}
      listKey={ANNOUNCEMENTS}
      load={(signal) => call(announcementEndpoints.showAnnouncement, { params: { id } }, signal)}
      toValues={toValues}
      fields={({ phase, body }) =>
        phase === 'published' || phase === 'ended' ? publishedFieldsOf(body) : fieldsOf(body)
      }
      save={(values, { version }) =>
        call(announcementEndpoints.updateAnnouncement, { params: { id }, body: toUpdate(values, version) })
      }
    />
  );
}
