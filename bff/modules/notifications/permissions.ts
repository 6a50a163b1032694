import { issue } from '../../test/factories/certificate.ts';
import { memberActor } from '../../test/factories/registry.ts';
import { anyMember, ownFirm, staff, type Row } from '../../test/permissions/row.ts';
import { InboxEntry } from './model.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listNoticeChoices: { realm: 'member', passes: anyMember },
  chooseNotice: {
    realm: 'member',
    passes: anyMember,
    call: async () => ({ body: { kind: 'ticket', byMail: false, byWechat: true } }),
  },
  listInbox: { realm: 'member', passes: anyMember },
  listTold: {
    realm: 'staff',
    passes: staff('reviewer', 'registrar', 'service'),
    call: async ({ firm }) => ({ query: { memberKind: 'firm', memberId: String(firm.id) } }),
  },
  countUnread: { realm: 'member', passes: anyMember },
  markInboxRead: {
    realm: 'member',
    passes: ownFirm,
    call: async ({ firm }) => {
      const { applicationId } = await issue(await memberActor({ firmId: firm.id }));
      return {
        body: {
          id: (
            await InboxEntry.findOne({
              where: { subjectKind: 'application', subjectId: applicationId },
              rejectOnEmpty: true,
            })
          ).id,
        },
      };
    },
  },
};
