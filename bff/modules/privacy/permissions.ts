import { PRIVACY_VERSION } from '../../contract/privacy/enums.ts';
import { anyMember, newcomers, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listPrivacyConsents: { realm: 'member', passes: { ...anyMember, ...newcomers } },
  agreeToPrivacy: {
    realm: 'member',
    passes: { ...anyMember, ...newcomers },
    call: async () => ({ body: { version: PRIVACY_VERSION } }),
  },
  withdrawPrivacy: { realm: 'member', passes: { ...anyMember, ...newcomers } },
};
