import { expect, test } from '@jest/globals';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { isFull } from '../../../test/heavy.ts';
import { useOffice } from '../../../test/office.ts';
import { countStatements } from '../../../test/trouble/run-driver.ts';
import { AuditEntry } from '../../audit/model.ts';
import { TimelineLine } from '../../timeline/model.ts';
import { Ticket, TicketMessage } from '../model.ts';
import { TicketMerge } from './model.ts';

useOffice();

/** Places at which it dies, when not every one is tried. */
const PLACES = 3;

/** Does it in a process of its own; answers how many statements it took, null where it was killed. */
async function run(act: 'merge' | 'unmerge', when: number | 'apart', ids: readonly number[]): Promise<number | null> {
  return countStatements('merge-and-die', [act, when, ...ids]);
}

/** All that merging touches: both tickets, their messages and course, the merge itself, and the log. */
async function found(ids: readonly number[]) {
  const [where, order] = [{ ticketId: ids }, ['id']];
  return JSON.stringify([
    await Ticket.findAll({ where: { id: ids }, order }),
    await TicketMessage.findAll({ where, order }),
    await TimelineLine.findAll({ where: { subjectKind: 'ticket', subjectId: ids }, order }),
    await TicketMerge.findAll({ where, order }),
    await AuditEntry.count({ where: { targetKind: 'ticket', targetId: ids } }),
  ]);
}
/** Whether a ticket is worked on by itself again, and whether the merge says so. */
async function stateOf([target, ticket]: readonly number[]) {
  const { state, mergedInto } = await Ticket.findByPk(ticket!, { rejectOnEmpty: true });
  const merge = await TicketMerge.findOne({ where: { targetId: target! }, rejectOnEmpty: true });
  return { state, mergedInto, isUndone: merge.undoneAt !== null };
}
const open = async () => {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  return [(await makeTicket(actor)).id, (await makeTicket(actor)).id] as const;
};

/** Kills it at places all over its course: before, nothing of it is there; afterwards it can be done as if never begun. */
async function killedEverywhere(act: 'merge' | 'unmerge', ids: readonly number[], statements: number): Promise<void> {
  expect(statements).toBeGreaterThan(10);
  const before = await found(ids);
  const every = Array.from({ length: statements }, (_, at) => at + 1);
  const step = Math.floor(statements / PLACES);
  for (const place of isFull ? every : every.filter((at) => at % step === 0 || at === statements)) {
    expect(await run(act, place, ids)).toBeNull();
    expect(await found(ids)).toBe(before);
  }
  expect(await run(act, Number.MAX_SAFE_INTEGER, ids)).not.toBeNull();
}

test('killed in the middle of a merge, or of undoing one, nothing of it is there', async () => {
  const [whole, killed] = [await open(), await open()];
  const merging = (await run('merge', Number.MAX_SAFE_INTEGER, whole)) ?? 0;
  await killedEverywhere('merge', killed, merging);
  expect(await stateOf(killed)).toEqual({ state: 'merged', mergedInto: killed[0], isUndone: false });
  const undoing = (await run('unmerge', Number.MAX_SAFE_INTEGER, whole.toReversed())) ?? 0;
  await killedEverywhere('unmerge', killed.toReversed(), undoing);
  expect(await stateOf(killed)).toEqual({ state: 'waiting', mergedInto: null, isUndone: true });
}, 600_000);

test('control: in two transactions the merge is undone and the ticket does not know', async () => {
  const ids = await open();
  await run('merge', Number.MAX_SAFE_INTEGER, ids);
  expect(await run('unmerge', 'apart', ids.toReversed())).toBeNull();
  expect(await stateOf(ids)).toEqual({ state: 'merged', mergedInto: ids[0], isUndone: true });
}, 60_000);
