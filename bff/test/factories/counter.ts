import { beforeEach, expect } from '@jest/globals';
import type { Role } from '../../contract/accounts/enums.ts';
import { activationEndpoints as endpoints, type HeldRow } from '../../contract/activation/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { registryEndpoints } from '../../contract/registry/endpoints.ts';
import { Message } from '../../modules/outbox/model.ts';
import { secretContext } from '../../modules/outbox/send-later.ts';
import type { Firm } from '../../modules/registry/model.ts';
import { advanceClock } from '../../platform/clock/clock.ts';
import { keepsState } from '../../platform/singletons.ts';
import { decrypt } from '../../platform/crypto/encryption.ts';
import { memberToken, signedIn } from '../api.ts';
import { accountOf, DAY, useNewcomer } from './newcomer.ts';
import { firmData, makeFirm, makeLawyer, makeStaffAccount } from './registry.ts';

/** What an account that is held is answered. */
export const SHUT = '403 account_held';
export type Clerk = Awaited<ReturnType<typeof makeClerk>>;
let serial = 0;
keepsState(() => {
  serial = 0;
});
/** Somebody of the staff: one account, however often signed in again after an idle while. */
export async function makeClerk(role: Role) {
  const account = await makeStaffAccount(`clerk${++serial}`, 'correct horse 1', [role]);
  return { id: account.id, token: () => signedIn(account) };
}

/** The code of the last mail to somebody. */
export async function mailedCode(
  recipient: string,
  template: 'release_code' | 'activation_code' | 'reset_code',
): Promise<string> {
  const message = await Message.findOne({
    where: { template, recipient },
    order: [['id', 'DESC']],
    rejectOnEmpty: true,
  });
  return (JSON.parse(decrypt(message.secret ?? '', secretContext(message.id))) as { code: string }).code;
}

/** A counter with two clerks, and a firm and a lawyer who have been registered for a while and have never come. */
export function useCounter() {
  const scene = useNewcomer();
  const { api, open } = scene;
  const counter = Object.assign(scene, {
    clerk: undefined as unknown as Clerk,
    colleague: undefined as unknown as Clerk,
    firm: undefined as unknown as Firm,
    mailbox: '',
  });
  const acts = {
    handOut: async (by: Clerk, accountId: number) =>
      api.call(endpoints.handOverCode, { as: await by.token(), params: { id: accountId } }),
    /** Opens an account by a code over the counter, and signs in. */
    async openBy(by: Clerk, member: { firmId: number } | { lawyerId: number }, lastSix = ''): Promise<string> {
      const account = await accountOf(member);
      const { status, json } = await acts.handOut(by, account.id);
      expect(status).toBe(200);
      expect((await open({ login: account.login, lastSix, code: json['code'] })).status).toBe(200);
      return memberToken(member);
    },
    openFirm: (by = counter.clerk) => acts.openBy(by, { firmId: counter.firm.id }),
    /** What the door says to an application: 200 for one that only its form keeps out. */
    async door(as: string) {
      const { status, json } = await api.call(certificateEndpoints.submitApplication, { as, body: {} });
      return status === 422 ? 200 : `${status} ${json.error?.code}`;
    },
    hold: async (as: string) => (await api.call(endpoints.showHold, { as })).json,
    async release(by: Clerk, accountId: number) {
      const body = { accountIds: [accountId], reason: '已核对执业许可证原件' };
      return (await api.call(endpoints.releaseHeld, { as: await by.token(), body })).json['results'];
    },
    held: async (by: Clerk) =>
      (await api.call(endpoints.listHeld, { as: await by.token(), query: { limit: '500' } })).json[
        'items'
      ] as HeldRow[],
    firmAccount: async () => (await accountOf({ firmId: counter.firm.id })).id,
    async changeFirm(by: Clerk, more: object) {
      const { id, licenceNo, uscc, name, phone, email, personInCharge, version } = await counter.firm.reload();
      const { version: _v, ...input } = firmData({ licenceNo, uscc, name, phone, email, personInCharge });
      const body = { ...input, ...more, version };
      const answer = await api.call(registryEndpoints.updateFirm, { as: await by.token(), params: { id }, body });
      expect(answer.status).toBe(200);
    },
  };
  beforeEach(async () => {
    [counter.clerk, counter.colleague] = [await makeClerk('registrar'), await makeClerk('registrar')];
    counter.mailbox = `office${++serial}@example.com`;
    counter.firm = await makeFirm({ personInCharge: '顾长河', email: counter.mailbox });
    await makeLawyer({ name: '顾长河', firmId: counter.firm.id, phone: scene.phone });
    advanceClock(8 * DAY);
  });
  return Object.assign(counter, acts);
}
