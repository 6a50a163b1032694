import type { Call } from '../../../test/api.ts';
import { makeSeries, makeSession } from '../../../test/factories/activities/series.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { memberActor } from '../../../test/factories/registry.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { answer, staff, type Row } from '../../../test/permissions/row.ts';
import { signUpWhole } from './sign-up-whole.ts';

const withSession = async (): Promise<Call> => {
  const id = await makeSeries();
  await makeSession(id);
  return { params: { id } };
};
const written = { title: '实务训练营', details: '<p>共三场。</p>', way: 'each', needed: 0 };
const input = () => ({ waits: true, idempotencyKey: newKey() });

async function joined({ lawyer }: Cast): Promise<Call> {
  const called = await withSession();
  const actor = await memberActor({ lawyerId: lawyer.id });
  await signUpWhole({ actor, id: Number(called.params?.['id']), input: input() });
  return called;
}

/** Members read a series and are in it themselves, the staff of 活动 write it. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnSeries: {
    realm: 'member',
    passes: answer(200, 'firm', 'other firm', 'lawyer', 'other lawyer'),
    hasObject: true,
    call: withSession,
  },
  signUpWhole: {
    realm: 'member',
    passes: answer(200, 'lawyer', 'other lawyer'),
    hasObject: true,
    call: async () => ({ ...(await withSession()), body: input() }),
  },
  cancelWhole: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') },
    hasObject: true,
    call: joined,
  },
  listSeries: { realm: 'staff', passes: staff('events') },
  createSeries: { realm: 'staff', passes: staff('events'), call: () => Promise.resolve({ body: written }) },
  showSeries: { realm: 'staff', passes: staff('events'), hasObject: true, call: withSession },
  updateSeries: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ ...(await withSession()), body: { ...written, version: 1 } }),
  },
};
