import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { announcementEndpoints } from '../../../bff/contract/announcements/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ServerForm } from '../../ui/form/ServerForm.tsx';
import { Page } from '../../ui/Page.tsx';
import { fieldsOf, newAnnouncement, toInput } from './announcement-form.tsx';
import { ANNOUNCEMENTS } from './use-announcements.ts';

const fields = fieldsOf([]);

/** 新增公告: a draft, until it is published. */
export function AnnouncementNew() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (
    <Page title="新增公告" name="新增公告" back={{ to: pageUrl('announcements'), label: '通知公告' }}>
      <section className="sheet padded">
        <ServerForm
          initial={newAnnouncement}
          fields={fields}
          submitLabel="保存草稿"
          onSubmit={(values) => call(announcementEndpoints.createAnnouncement, { body: toInput(values) })}
          onSaved={({ id }) => {
            void client.invalidateQueries({ queryKey: ANNOUNCEMENTS });
            void message.success('已保存为草稿，核对后发布');
            void navigate(pageUrl('announcement', { id }), { replace: true });
          }}
        />
      </section>
    </Page>
  );
}
