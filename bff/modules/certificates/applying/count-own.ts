import { z } from 'zod';
import { APPLICATION_STATES, type ApplicationState } from '../../../contract/certificates/enums.ts';
import { OUTCOMES, type Outcome } from '../../../contract/review/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { memberIdOf, type MemberActor } from '../../../actor.ts';

export interface OwnNumbers {
  pending: number;
  returned: number;
  approved: number;
  rejected: number;
}

const outcomeRow = z.strictObject({
  state: oneOf(APPLICATION_STATES),
  outcome: oneOf(OUTCOMES).nullable(),
  n: z.int(),
});

/** Counts of a member's own applications for 首页. */
export async function countOwn(actor: MemberActor): Promise<OwnNumbers> {
  const { kind, id } = memberIdOf(actor);
  const rows = await select(
    outcomeRow,
    'SELECT state, outcome, COUNT(*) AS n FROM applications WHERE applicant_kind = ? AND applicant_id = ? GROUP BY state, outcome',
    [kind, id],
  );
  const count = (state: ApplicationState, outcome: Outcome | null) =>
    rows.find((row) => row.state === state && row.outcome === outcome)?.n ?? 0;
  return {
    pending: count('pending', null),
    returned: count('returned', null),
    approved: count('decided', 'approved'),
    rejected: count('decided', 'rejected'),
  };
}
