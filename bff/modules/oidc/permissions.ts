import { makeOidcBinding } from '../../test/factories/oidc.ts';
import { anyMember, ownFirm, type Row } from '../../test/permissions/row.ts';

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  beginOidc: { realm: 'public', answer: 200 },
  identifyByOidc: { realm: 'public', answer: 422 },
  signInByOidc: { realm: 'public', answer: 422 },
  bindOidc: { realm: 'public', answer: 422 },
  listOidcBindings: { realm: 'member', passes: anyMember },
  unbindOidc: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async ({ firm }) => ({ params: { id: (await makeOidcBinding({ firmId: firm.id })).id } }),
  },
};
