import { PRIVACY_VERSION } from '../../contract/privacy/enums.ts';
import { newcomers, type Row } from './row.ts';
import { makeBinding } from '../factories/wechat.ts';

/** Who may sign in by WeChat and see what is bound. */
const members = (status: number) => ({ firm: status, 'other firm': status, lawyer: status, 'other lawyer': status });

export const WECHAT_ROWS: Record<string, Row> = {
  signInByWechat: { realm: 'public', answer: 422 },
  beginWechatAuthorisation: { realm: 'public', answer: 200 },
  bindWechat: { realm: 'public', answer: 422 },
  listWechatBindings: { realm: 'member', passes: members(200) },
  addWechatBinding: { realm: 'member', passes: members(422) },
  unbindWechat: {
    realm: 'member',
    passes: { ...members(404), firm: 200 },
    hasObject: true,
    call: async ({ firm }) => ({ params: { id: (await makeBinding({ firmId: firm.id })).id } }),
  },
  makeMiniProgramLink: { realm: 'public', answer: 422 },
  signPage: { realm: 'public', answer: 422 },
  listPrivacyConsents: { realm: 'member', passes: { ...members(200), ...newcomers } },
  agreeToPrivacy: {
    realm: 'member',
    passes: { ...members(200), ...newcomers },
    call: async () => ({ body: { version: PRIVACY_VERSION } }),
  },
  withdrawPrivacy: { realm: 'member', passes: { ...members(200), ...newcomers } },
};
