import { randomToken } from '../../../platform/crypto/tokens.ts';
import { makeStaffAccount } from '../../../test/factories/registry.ts';
import { answer, id, staff, type Row } from '../../../test/permissions/row.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { Call } from '../../../test/api.ts';
import { TicketDuty } from './model.ts';

const desk = staff('registrar', 'service', 'reviewer', 'finance', 'events');
/** Somebody whose word counts in every queue. */
const colleague = async () =>
  (await makeStaffAccount(`stand-in-${randomToken(128)}`.toLowerCase(), 'correct horse 1', ['administrator'])).id;
const leave = async () => ({ version: 1, from: clock.today(), until: clock.today(), standInId: await colleague() });

/** Nobody has entered a leave before. */
const afresh = async (): Promise<Call> => {
  await TicketDuty.destroy({ where: {} });
  return { query: { version: '1' } };
};

/** Everybody of the desk has a switch of their own; administrators lead the team. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnDuty: { realm: 'staff', passes: desk },
  setOwnPresence: { realm: 'staff', passes: desk, call: async () => ({ body: { isPresent: false } }) },
  setOwnLeave: {
    realm: 'staff',
    passes: desk,
    call: async () => {
      await afresh();
      return { body: await leave() };
    },
  },
  endOwnLeave: { realm: 'staff', passes: desk, call: afresh },
  showDutyTeam: { realm: 'staff', passes: answer(200, 'administrator') },
  setPresenceOf: {
    realm: 'staff',
    passes: answer(200, 'administrator'),
    hasObject: true,
    call: async () => ({ ...id(await colleague()), body: { isPresent: false } }),
  },
  setLeaveOf: {
    realm: 'staff',
    passes: answer(200, 'administrator'),
    hasObject: true,
    call: async () => ({ ...id(await colleague()), body: await leave() }),
  },
  endLeaveOf: {
    realm: 'staff',
    passes: answer(200, 'administrator'),
    hasObject: true,
    call: async () => ({ ...id(await colleague()), ...(await afresh()) }),
  },
};
