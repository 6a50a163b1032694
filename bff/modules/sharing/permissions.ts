import { clock } from '../../platform/clock/clock.ts';
import type { Call } from '../../test/api.ts';
import { memberActor } from '../../test/factories/registry.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { issuedOnce } from '../../test/permissions/issued-once.ts';
import { ownFirm, type Row } from '../../test/permissions/row.ts';
import { createShare } from './create-share.ts';
import { listShares } from './list-shares.ts';
import { ShareLink } from './model.ts';

const issued =
  (more: Call) =>
  async (cast: Cast): Promise<Call> => ({ params: { id: (await issuedOnce(cast)).applicationId }, ...more });
const owners = { realm: 'member', passes: ownFirm, hasObject: true } as const;
const NOWHERE = { token: 'AAAAAAAAAAAAAAAAAAAAAA', visit: '0'.repeat(32) };

/** Who may call what of this module. */
export const PERMISSIONS: Record<string, Row> = {
  listShares: { ...owners, call: issued({}) },
  createShare: { ...owners, call: issued({ body: { recipient: '江海银行' } }) },
  changeShare: {
    ...owners,
    call: async (cast) => {
      const { id, newest } = await shareOf(cast);
      return {
        params: { id, shareId: newest?.link.id ?? 0 },
        body: { version: 1, expiresOn: clock.today(), viewLimit: null },
      };
    },
  },
  revokeShare: {
    ...owners,
    call: async (cast) => {
      const { id, newest } = await shareOf(cast);
      return { params: { id, shareId: newest?.link.id ?? 0 } };
    },
  },
  openShare: {
    realm: 'public',
    answer: 200,
    call: async (cast) => {
      const { newest } = await shareOf(cast);
      return { body: { ...NOWHERE, token: newest?.url?.split('/').at(-1) } };
    },
  },
  downloadShared: { realm: 'public', answer: 404, call: async () => ({ body: NOWHERE }) },
};

/** The only link of its certificate: there are only so many to one, and every caller wants a new one. */
async function shareOf(cast: Cast) {
  const actor = await memberActor({ firmId: cast.firm.id });
  const { applicationId: id } = await issuedOnce(cast);
  const input = { recipient: '江海银行', purpose: '', hasCode: false, viewLimit: null, mayDownload: false };
  await ShareLink.destroy({ where: {} });
  await createShare({ actor, id, input });
  const [newest] = await listShares({ actor, id });
  return { id, newest };
}
