/**
 * Merges two tickets, or undoes it, in a process of its own that dies by SIGKILL before its n-th statement. Says how many
 * statements there were where it lives. With `apart` what is undone is undone in two transactions, as it must not be done,
 * and the process dies between both.
 * `node merge-and-die.ts <merge | unmerge> <n | apart> <ticket> <other>`.
 */
import '../../connections.ts';
import '../../models.ts';
import { Ticket } from '../../modules/tickets/model.ts';
import { mergeTickets } from '../../modules/tickets/merging/merge-tickets.ts';
import { TicketMerge } from '../../modules/tickets/merging/model.ts';
import { unmergeTicket } from '../../modules/tickets/merging/unmerge-ticket.ts';
import { database } from '../../platform/db/database.ts';

const [, , act = '', when = '', ...ids] = process.argv;
const [id = 0, otherId = 0] = ids.map(Number);
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // Until the signal is here.
  for (;;);
};

await database.open();
const actor = { kind: 'staff', accountId: 1, name: '周敏', address: '', roles: ['reviewer' as const] } as const;
const reviewer = { ...actor, roles: [...actor.roles] };
const versionOf = async (ticket: number) => (await Ticket.findByPk(ticket, { rejectOnEmpty: true })).version;
const [version, otherVersion] = [await versionOf(id), await versionOf(otherId)];
if (when === 'apart') {
  await TicketMerge.update({ undoneAt: 1 }, { where: { ticketId: id } });
  die();
}
let statements = 0;
database.sequelize.addHook('beforeQuery', () => {
  statements += 1;
  if (statements === Number(when)) die();
});
if (act === 'merge') await mergeTickets({ actor: reviewer, id, input: { version, otherId, otherVersion } });
else await unmergeTicket({ actor: reviewer, id });
process.stdout.write(`${statements}\n`);
process.exit(0);
