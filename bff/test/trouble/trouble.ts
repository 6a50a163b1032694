import { expect } from '@jest/globals';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import { settingsEndpoints } from '../../contract/settings/endpoints.ts';
import { verificationEndpoints } from '../../contract/verification/endpoints.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { Account } from '../../modules/accounts/model.ts';
import { clock } from '../../platform/clock/clock.ts';
import { signedIn, type Api } from '../api.ts';

/** A signed-in member of staff. */
export async function staffToken(...roles: Role[]): Promise<string> {
  return signedIn(
    await Account.create({
      kind: 'staff',
      firmId: null,
      lawyerId: null,
      altLogin: null,
      name: '陆明章',
      passwordHash: null,
      isTemporary: false,
      isClosed: false,
      roles: JSON.stringify(roles),
      lastSignedInAt: null,
      login: `staff-${Math.random().toString(36).slice(2)}`,
      createdAt: clock.now(),
    }),
  );
}

/** A job as staff see it. */
export interface SeenJob {
  id: number;
  name: string;
  state: string;
  attempts: number;
  lastError: string;
  payload: Record<string, unknown>;
}

/** The page «background work that needs a look», with what is given up or with what is being tried again. */
export async function seenJobs(api: Api, as: string, state: 'dead' | 'ready'): Promise<SeenJob[]> {
  const answer = await api.call(operationsEndpoints.listJobs, { as, query: { state } });
  expect(answer.status).toBe(200);
  return answer.json['items'] as SeenJob[];
}

/** Whatever is broken, everything that does not need it is answered. */
export async function expectTheRestToAnswer(api: Api, member: string, staff: string): Promise<void> {
  const answers = [
    await api.call(settingsEndpoints.showPublicSettings),
    await api.call(certificateEndpoints.listApplications, { as: member }),
    await api.call(certificateEndpoints.listTypes, { as: member }),
    await api.call(certificateEndpoints.listQueue, { as: staff }),
    await api.call(operationsEndpoints.showOverview, { as: staff }),
    await api.call(verificationEndpoints.verifyNumber, { body: { number: '1', code: '1' } }),
    await api.fetch('/healthz'),
    await api.fetch('/readyz'),
  ];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
}
