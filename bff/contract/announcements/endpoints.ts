import { endpoint } from '../endpoint.ts';
import type { AttachmentReply } from '../files/replies.ts';
import type { AnnouncementPage, AnnouncementRows, Announcements, Confirmations, StaffAnnouncement } from './replies.ts';
import type { ListPages } from '../fields.ts';
import type {
  CreateAnnouncement,
  ListAnnouncements,
  MarkAnnouncementsRead,
  PublishAnnouncement,
  SeenAnnouncement,
  UpdateAnnouncement,
} from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

export const announcementEndpoints = {
  listOwnAnnouncements: endpoint<{ query: ListPages; reply: Announcements }>()({
    method: 'GET',
    path: '/me/announcements',
    access: 'member',
    summary: 'Announcements for this member, pinned ones first, then the newest',
  }),
  showOwnAnnouncement: endpoint<{ params: Id; reply: AnnouncementPage }>()({
    method: 'GET',
    path: '/me/announcements/:id',
    access: 'member',
    summary: 'An announcement for this member',
  }),
  markAnnouncementsRead: endpoint<{ body: MarkAnnouncementsRead; reply: null }>()({
    method: 'POST',
    path: '/me/announcements/read',
    access: 'member',
    whileHeld: 'open',
    summary: 'Marks one announcement, or all up to one, as read',
  }),
  confirmAnnouncement: endpoint<{ params: Id; reply: AnnouncementPage }>()({
    method: 'POST',
    path: '/me/announcements/:id/confirm',
    access: 'member',
    summary: 'Confirms that it was read; twice is once',
  }),
  showOwnAnnouncementFile: endpoint<{ params: Id & { file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/announcements/:id/files/:file',
    access: 'member',
    summary: 'An attachment of an announcement for this member',
    replies: 'file',
  }),
  listAnnouncements: endpoint<{ query: ListAnnouncements; reply: AnnouncementRows }>()({
    method: 'GET',
    path: '/staff/announcements',
    access: ['service'],
    summary: 'All announcements, the newest first',
  }),
  createAnnouncement: endpoint<{ body: CreateAnnouncement; reply: StaffAnnouncement }>()({
    method: 'POST',
    path: '/staff/announcements',
    access: ['service'],
    summary: 'Writes an announcement as a draft',
  }),
  uploadAnnouncementFile: endpoint<{ body: object; reply: AttachmentReply }>()({
    method: 'POST',
    path: '/staff/announcements/files',
    access: ['service'],
    summary: 'Uploads a file for an announcement; gone after a day unless one is saved with it',
    takes: 'file',
  }),
  showAnnouncement: endpoint<{ params: Id; reply: StaffAnnouncement }>()({
    method: 'GET',
    path: '/staff/announcements/:id',
    access: ['service'],
    summary: 'An announcement, with what can be done with it',
  }),
  updateAnnouncement: endpoint<{ params: Id; body: UpdateAnnouncement; reply: StaffAnnouncement }>()({
    method: 'PUT',
    path: '/staff/announcements/:id',
    access: ['service'],
    summary: 'Changes an announcement; once it is out, members see that it was changed',
  }),
  publishAnnouncement: endpoint<{ params: Id; body: PublishAnnouncement; reply: StaffAnnouncement }>()({
    method: 'POST',
    path: '/staff/announcements/:id/publish',
    access: ['service'],
    summary: 'Publishes it, now or at a time; one that was withdrawn, again',
  }),
  withdrawAnnouncement: endpoint<{ params: Id; body: SeenAnnouncement; reply: StaffAnnouncement }>()({
    method: 'POST',
    path: '/staff/announcements/:id/withdraw',
    access: ['service'],
    summary: 'Takes it out of sight; one that has not appeared is a draft again',
  }),
  remindOfAnnouncement: endpoint<{ params: Id; body: SeenAnnouncement; reply: StaffAnnouncement }>()({
    method: 'POST',
    path: '/staff/announcements/:id/remind',
    access: ['service'],
    summary: 'Makes it unread again for those who have not confirmed it',
  }),
  showConfirmations: endpoint<{ params: Id; reply: Confirmations }>()({
    method: 'GET',
    path: '/staff/announcements/:id/confirmations',
    access: ['service'],
    summary: 'How many whom it is for have confirmed it, by firm',
  }),
  showAnnouncementFile: endpoint<{ params: Id & { file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/announcements/:id/files/:file',
    access: ['service'],
    summary: 'An attachment of an announcement',
    replies: 'file',
  }),
} as const;
