import { announcementEndpoints as announcements } from '../../contract/announcements/endpoints.ts';
import * as replies from '../../contract/announcements/replies.ts';
import * as schemas from '../../contract/announcements/schemas.ts';
import { listPages } from '../../contract/fields.ts';
import { attachmentReply } from '../../contract/files/replies.ts';
import { nothing } from '../../contract/reply-parts.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import { idParams, route } from '../../http/route.ts';
import { ofAnnouncement } from '../../subject.ts';
import { attachmentOf } from '../files/list-files.ts';
import { readFile } from '../files/read-file.ts';
import { uploadFile } from '../files/upload-file.ts';
import { countConfirmations } from './count-confirmations.ts';
import { listAnnouncements } from './list-announcements.ts';
import { listOwnAnnouncements } from './list-own-announcements.ts';
import { confirmAnnouncement, markAnnouncementsRead } from './mark-announcements.ts';
import { publishAnnouncement, remindOfAnnouncement, withdrawAnnouncement } from './publish-announcement.ts';
import { showAnnouncement } from './show-announcement.ts';
import { showOwnAnnouncement } from './show-own-announcement.ts';
import { createAnnouncement, updateAnnouncement } from './write-announcement.ts';
import { z } from 'zod';

const fileParams = idParams.extend({ file: z.string().regex(/^[\w-]{10,60}$/) });
const staffs = { params: idParams, reply: replies.staffAnnouncement };

/** 通知公告. */
export const announcementRoutes = [
  route(announcements.listOwnAnnouncements, { query: listPages, reply: replies.announcements }, ({ actor, query }) =>
    listOwnAnnouncements({ actor, ...query }),
  ),
  route(announcements.showOwnAnnouncement, { params: idParams, reply: replies.announcementPage }, ({ actor, params }) =>
    showOwnAnnouncement({ actor, id: params.id }),
  ),
  route(
    announcements.markAnnouncementsRead,
    { body: schemas.markAnnouncementsRead, reply: nothing },
    async ({ actor, body }) => {
      await markAnnouncementsRead(actor, body);
      return null;
    },
  ),
  route(
    announcements.confirmAnnouncement,
    { params: idParams, reply: replies.announcementPage },
    async ({ actor, params }) => {
      await confirmAnnouncement({ actor, id: params.id });
      return showOwnAnnouncement({ actor, id: params.id });
    },
  ),
  route(announcements.showOwnAnnouncementFile, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofAnnouncement(params.id), token: params.file }),
  ),
  route(
    announcements.listAnnouncements,
    { query: schemas.listAnnouncements, reply: replies.announcementRows },
    ({ query }) => listAnnouncements(query),
  ),
  route(
    announcements.createAnnouncement,
    { body: schemas.createAnnouncement, reply: replies.staffAnnouncement },
    async ({ actor, body }) => showAnnouncement(await createAnnouncement({ actor, input: body })),
  ),
  route(announcements.uploadAnnouncementFile, { body: uploadedFile, reply: attachmentReply }, async ({ actor, body }) =>
    attachmentOf(await uploadFile({ actor, ...body, intake: 'desk' })),
  ),
  route(announcements.showAnnouncement, staffs, ({ params }) => showAnnouncement(params.id)),
  route(
    announcements.updateAnnouncement,
    { ...staffs, body: schemas.updateAnnouncement },
    async ({ actor, params, body }) => {
      await updateAnnouncement({ actor, id: params.id, input: body });
      return showAnnouncement(params.id);
    },
  ),
  route(
    announcements.publishAnnouncement,
    { ...staffs, body: schemas.publishAnnouncement },
    async ({ actor, params, body }) => {
      await publishAnnouncement({ actor, id: params.id, input: body });
      return showAnnouncement(params.id);
    },
  ),
  route(
    announcements.withdrawAnnouncement,
    { ...staffs, body: schemas.seenAnnouncement },
    async ({ actor, params, body }) => {
      await withdrawAnnouncement({ actor, id: params.id, input: body });
      return showAnnouncement(params.id);
    },
  ),
  route(
    announcements.remindOfAnnouncement,
    { ...staffs, body: schemas.seenAnnouncement },
    async ({ actor, params, body }) => {
      await remindOfAnnouncement({ actor, id: params.id, input: body });
      return showAnnouncement(params.id);
    },
  ),
  route(announcements.showConfirmations, { params: idParams, reply: replies.confirmations }, ({ params }) =>
    countConfirmations(params.id),
  ),
  route(announcements.showAnnouncementFile, { params: fileParams }, ({ actor, params }) =>
    readFile({ actor, owner: ofAnnouncement(params.id), token: params.file }),
  ),
];
