import { announcementInput, makeAnnouncement, makeDraft } from '../../test/factories/announcement.ts';
import { staffActor } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import { answer, anyMember, id, staff, type Row } from '../../test/permissions/row.ts';
import type { Caller } from '../../test/permissions/callers.ts';
import { uploadFile } from '../files/upload-file.ts';

const out = async (more: Parameters<typeof makeAnnouncement>[0] = {}) => Number((await makeAnnouncement(more)).id);
const desk = { realm: 'staff', passes: staff('service'), hasObject: true } as const;

async function withFile() {
  const { token } = await uploadFile({ actor: staffActor('service'), name: '附件.png', bytes: PNG, intake: 'desk' });
  return { params: { id: await out({ attachments: [token] }), file: token } };
}
const lawyersOnly: Partial<Record<Caller, number>> = { ...anyMember, firm: 404, 'other firm': 404 };

/** Members read what is for them; the desk writes. */
export const PERMISSIONS: Record<string, Row> = {
  listOwnAnnouncements: { realm: 'member', passes: anyMember },
  showOwnAnnouncement: {
    realm: 'member',
    passes: lawyersOnly,
    hasObject: true,
    call: async () => id(await out({ audience: 'lawyer' })),
  },
  markAnnouncementsRead: {
    realm: 'member',
    passes: lawyersOnly,
    call: async () => ({ body: { id: await out({ audience: 'lawyer' }) } }),
  },
  confirmAnnouncement: {
    realm: 'member',
    passes: lawyersOnly,
    hasObject: true,
    call: async () => id(await out({ audience: 'lawyer', mustConfirm: true })),
  },
  showOwnAnnouncementFile: { realm: 'member', passes: anyMember, hasObject: true, call: withFile },
  listAnnouncements: { realm: 'staff', passes: staff('service') },
  createAnnouncement: {
    realm: 'staff',
    passes: staff('service'),
    call: async () => ({ body: { ...announcementInput(), eligibility: null } }),
  },
  // Callers are let in, and are told that there is no file.
  uploadAnnouncementFile: { realm: 'staff', passes: answer(400, 'service', 'administrator') },
  showAnnouncement: { ...desk, call: async () => id(await makeDraft()) },
  updateAnnouncement: {
    ...desk,
    call: async () => ({ ...id(await makeDraft()), body: { ...announcementInput(), version: 1 } }),
  },
  publishAnnouncement: { ...desk, call: async () => ({ ...id(await makeDraft()), body: { version: 1, at: null } }) },
  withdrawAnnouncement: { ...desk, call: async () => ({ ...id(await out()), body: { version: 2 } }) },
  remindOfAnnouncement: {
    ...desk,
    call: async () => ({ ...id(await out({ mustConfirm: true })), body: { version: 2 } }),
  },
  showConfirmations: { ...desk, call: async () => id(await out({ mustConfirm: true })) },
  showAnnouncementFile: { ...desk, call: withFile },
};
