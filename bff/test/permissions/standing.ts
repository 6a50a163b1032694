import type { Certificate } from '../../modules/certificates/model.ts';
import { createShare } from '../../modules/sharing/create-share.ts';
import { listShares } from '../../modules/sharing/list-shares.ts';
import type { Call } from '../api.ts';
import type { Cast } from './callers.ts';
import { clock } from '../../platform/clock/clock.ts';
import { issue } from '../factories/certificate.ts';
import type { Row } from './row.ts';
import { memberActor } from '../factories/registry.ts';
import { keepsState } from '../../platform/singletons.ts';

/** Who may end a certificate that stands, and show it to others. */

/** A certificate of its own each time: who is let in ends it. */
const standing =
  (body: object) =>
  async ({ firm }: Cast): Promise<Call> => {
    const { applicationId } = await issue(await memberActor({ firmId: firm.id }));
    return { params: { id: applicationId }, body };
  };
const reviewers = { realm: 'staff', passes: { reviewer: 200, administrator: 200 }, hasObject: true } as const;

/** One certificate for all callers: nothing of it is used up. */
let shared: Promise<Certificate> | undefined;
const issueOnce = (firmId: number) => (shared ??= memberActor({ firmId }).then((actor) => issue(actor)));
const issued =
  (more: Call) =>
  async ({ firm }: Cast): Promise<Call> => ({ params: { id: (await issueOnce(firm.id)).applicationId }, ...more });
/** The firm's own: its lawyer is a stranger to it like everybody else. */
const owners = {
  realm: 'member',
  passes: { firm: 200, 'other firm': 404, lawyer: 404, 'other lawyer': 404 },
  hasObject: true,
} as const;
async function shareOf(firmId: number) {
  const actor = await memberActor({ firmId });
  const { applicationId: id } = await issueOnce(firmId);
  const input = { recipient: '江海银行', purpose: '', hasCode: false, viewLimit: null, mayDownload: false };
  await createShare({ actor, id, input });
  const [newest] = await listShares({ actor, id });
  return { id, newest };
}
/** One link is changed by everybody: a certificate has only so many. */
let changed: ReturnType<typeof shareOf> | undefined;
keepsState(() => {
  shared = changed = undefined;
});
const NOWHERE = { token: 'AAAAAAAAAAAAAAAAAAAAAA', visit: '0'.repeat(32) };

export const STANDING_ROWS: Record<string, Row> = {
  revokeCertificate: { ...reviewers, call: standing({ reason: '事实有误' }) },
  previewReplacement: { ...reviewers, call: standing({}) },
  replaceCertificate: {
    ...reviewers,
    // Nobody has seen this preview: who hears of that got past the door.
    passes: { reviewer: 409, administrator: 409 },
    call: standing({ reason: '更正用途', seen: '0'.repeat(64) }),
  },

  listShares: { ...owners, call: issued({}) },
  createShare: { ...owners, call: issued({ body: { recipient: '江海银行' } }) },
  changeShare: {
    ...owners,
    call: async ({ firm }) => {
      const { id, newest } = await (changed ??= shareOf(firm.id));
      return { params: { id, shareId: newest?.link.id ?? 0 }, body: { expiresOn: clock.today(), viewLimit: null } };
    },
  },
  revokeShare: {
    ...owners,
    call: async ({ firm }) => {
      const { id, newest } = await shareOf(firm.id);
      return { params: { id, shareId: newest?.link.id ?? 0 } };
    },
  },
  openShare: {
    realm: 'public',
    answer: 200,
    call: async ({ firm }) => {
      const { newest } = await shareOf(firm.id);
      return { body: { ...NOWHERE, token: newest?.url?.split('/').at(-1) } };
    },
  },
  downloadShared: { realm: 'public', answer: 404, call: async () => ({ body: NOWHERE }) },
};
