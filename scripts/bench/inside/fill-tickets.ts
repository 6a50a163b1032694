/**
 * Process that fills a database for measuring 工单: so many tickets, and one with fifty messages, whose id it reports with a
 * session of its member. Argument: how many.
 */
import '../../../bff/connections.ts';
import '../../../bff/models.ts';
import type { LawyerActor, StaffActor } from '../../../bff/actor.ts';
import { Account } from '../../../bff/modules/accounts/model.ts';
import { installShippedHolidays } from '../../../bff/modules/office-hours/install-years.ts';
import { addToTicket } from '../../../bff/modules/tickets/asking/add-to-ticket.ts';
import { openTicket } from '../../../bff/modules/tickets/asking/open-ticket.ts';
import { answerTicket } from '../../../bff/modules/tickets/desk/answer-ticket.ts';
import { Ticket } from '../../../bff/modules/tickets/model.ts';
import { randomToken } from '../../../bff/platform/crypto/tokens.ts';
import { database } from '../../../bff/platform/db/database.ts';
import { migrate } from '../../../bff/platform/db/migrate.ts';
import { kv } from '../../../bff/platform/kv/kv.ts';
import { signInForBench } from './sign-in-for-bench.ts';
import { seedBulkRegistry, type BulkLawyer } from '../../seed/bulk/registry.ts';
import { seedBulkTickets } from '../../seed/bulk/tickets.ts';

export interface FilledTickets {
  ticketId: number;
  bearer: string;
}

/** Tickets of one member, however many there are of all. */
const TICKETS_EACH = 100;
/** Tickets of one colleague in a year: a tenth of the tickets is worked on by a tenth of the desk. */
const TICKETS_PER_COLLEAGUE = 20_000;
const MESSAGES = 50;
const ADDRESS = '127.0.0.1';
const WORDS = '本人已于上月转入现在的律师事务所，新的律师执业证已经领到，请协助更正执业机构，谢谢。';

await database.open();
await migrate();
await installShippedHolidays();
const tickets = Number(process.argv[2]);
const registry = await seedBulkRegistry(tickets / TICKETS_EACH);
const staff = await openStaff();
await seedBulkTickets(
  registry,
  staff.map(({ id }) => id),
  tickets,
);
const [lawyer] = registry.lawyers as [BulkLawyer];
const [colleague] = staff as [Account];
const ticketId = await talk(lawyer, colleague);
const [bearer] = (await signInForBench([lawyer.accountId])) as [string];
process.send?.({ ticketId, bearer } satisfies FilledTickets);
await kv.close();
await database.close();
process.disconnect();

async function openStaff(): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let n = 0; n < Math.max(2, tickets / TICKETS_PER_COLLEAGUE); n++) {
    const name = `客服${n}`;
    const who = {
      kind: 'staff',
      firmId: null,
      lawyerId: null,
      login: `bench-staff-${n}`,
      altLogin: null,
      name,
    } as const;
    const state = {
      passwordHash: null,
      isTemporary: false,
      isClosed: false,
      lastSignedInAt: null,
      createdAt: Date.now(),
    };
    accounts.push(await Account.create({ ...who, ...state, roles: JSON.stringify(['service']) }));
  }
  return accounts;
}

/** A ticket of fifty messages, said in turn. */
async function talk({ accountId, facts }: BulkLawyer, { id: staffId, name }: Account): Promise<number> {
  const member: LawyerActor = {
    kind: 'lawyer',
    lawyerId: facts.id,
    accountId,
    name: facts.name,
    address: ADDRESS,
  };
  const service: StaffActor = { kind: 'staff', roles: ['service'], accountId: staffId, name, address: ADDRESS };
  const asked = { category: 'other', title: '系统里仍是原来的律所', body: WORDS, attachments: [] } as const;
  const id = await openTicket({
    actor: member,
    input: { ...asked, attachments: [], idempotencyKey: randomToken(128) },
  });
  for (let said = 1; said < MESSAGES; said++) {
    if (said % 2 === 0) {
      const input = { body: WORDS, attachments: [], idempotencyKey: randomToken(128) };
      await addToTicket({ actor: member, id, input });
    } else {
      const { version } = await Ticket.findByPk(id, { rejectOnEmpty: true });
      await answerTicket({ actor: service, id, input: { version, body: WORDS, next: 'working' } });
    }
  }
  return id;
}
