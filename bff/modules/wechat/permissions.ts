import { makeBinding } from '../../test/factories/wechat.ts';
import { anyMember, invalid, MEMBERS, ownFirm, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  signInByWechat: { realm: 'public', answer: 422 },
  beginWechatAuthorisation: { realm: 'public', answer: 200 },
  bindWechat: { realm: 'public', answer: 422 },
  listWechatBindings: { realm: 'member', passes: anyMember },
  addWechatBinding: { realm: 'member', passes: invalid(...MEMBERS) },
  unbindWechat: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async ({ firm }) => ({ params: { id: (await makeBinding({ firmId: firm.id })).id } }),
  },
  makeMiniProgramLink: { realm: 'public', answer: 422 },
  signPage: { realm: 'public', answer: 422 },
};
