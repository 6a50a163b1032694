import { expect, test } from '@jest/globals';
import { countStatements } from '../../../test/trouble/run-driver.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { useOffice } from '../../../test/office.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { Firm } from '../../registry/model.ts';
import { Ticket, TicketMessage } from '../model.ts';

useOffice();

/** Places at which it dies, when not every one is tried. */
const PLACES = 4;

const open = async (): Promise<CorrectionRequest> =>
  makeCorrection(await memberActor({ firmId: (await makeFirm()).id }));

/** Adopts in a process of its own; answers how many statements it took, null where it was killed. */
async function adopt(when: number | 'apart', { ticketId }: CorrectionRequest): Promise<number | null> {
  const decision = { verdict: 'adopt', version: 1, subjectVersion: 1, proofs: [], body: '已更正，请核对。' };
  return countStatements('adopt-and-die', [when, ticketId, JSON.stringify(decision)]);
}

/** What is there of an adoption: the entry, its log, the request, the ticket, the answer, and what the member is told. */
async function found(request: CorrectionRequest) {
  const firm = await Firm.findByPk(request.subjectId, { rejectOnEmpty: true });
  const ticket = await Ticket.findByPk(request.ticketId, { rejectOnEmpty: true });
  const { state } = await request.reload();
  return {
    versions: [firm.version, ticket.version],
    states: [state, ticket.state],
    messages: await TicketMessage.count({ where: { ticketId: ticket.id } }),
    updates: await AuditEntry.count({ where: { action: 'firm.updated', targetId: firm.id } }),
    told: await InboxEntry.count({ where: { memberKind: 'firm', memberId: firm.id } }),
  };
}
const NOTHING = { versions: [1, 1], states: ['open', 'waiting'], messages: 1, updates: 0, told: 0 };
const ALL = { versions: [2, 2], states: ['adopted', 'solved'], messages: 2, updates: 1, told: 1 };

test('killed between any two steps of an adoption: nothing of it is there, and all of it once it is done again', async () => {
  // Whoever is written to for the first time is counted by more statements than later.
  await adopt(Number.MAX_SAFE_INTEGER, await open());
  const whole = await open();
  const statements = (await adopt(Number.MAX_SAFE_INTEGER, whole)) ?? 0;
  expect(await found(whole)).toEqual(ALL);
  expect(statements).toBeGreaterThan(20);
  // The last one is the commit: before it nothing may be seen.
  const every = Array.from({ length: statements }, (_, at) => at + 1);
  const step = Math.floor(statements / PLACES);
  const request = await open();
  for (const place of isFull ? every : every.filter((at) => at % step === 0 || at === statements)) {
    expect(await adopt(place, request)).toBeNull();
    expect(await found(request)).toEqual(NOTHING);
  }
  expect(await adopt(Number.MAX_SAFE_INTEGER, request)).not.toBeNull();
  expect(await found(request)).toEqual(ALL);
}, 600_000);

test('control: in two transactions the entry is changed and the ticket does not know', async () => {
  const request = await open();
  expect(await adopt('apart', request)).toBeNull();
  expect(await found(request)).toMatchObject({ versions: [2, 1], states: ['adopted', 'waiting'], told: 0 });
});
