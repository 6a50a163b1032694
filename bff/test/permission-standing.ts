import type { Call } from './api.ts';
import type { Cast } from './callers.ts';
import { issue } from './certificate-factories.ts';
import type { Row } from './permission-row.ts';
import { memberActor } from './registry-factories.ts';

/** Who may end a certificate that stands. */

/** A certificate of its own each time: who is let in ends it. */
const standing =
  (body: object) =>
  async ({ firm }: Cast): Promise<Call> => {
    const { applicationId } = await issue(await memberActor({ firmId: firm.id }));
    return { params: { id: applicationId }, body };
  };
const reviewers = { realm: 'staff', passes: { reviewer: 200, administrator: 200 }, hasObject: true } as const;

export const STANDING_ROWS: Record<string, Row> = {
  revokeCertificate: { ...reviewers, call: standing({ reason: '事实有误' }) },
  previewReplacement: { ...reviewers, call: standing({}) },
  replaceCertificate: {
    ...reviewers,
    // Nobody has seen this preview: who hears of that got past the door.
    passes: { reviewer: 409, administrator: 409 },
    call: standing({ reason: '更正用途', seen: '0'.repeat(64) }),
  },
};
