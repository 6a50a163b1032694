/**
 * Process that fills a database for measuring 联系客服: so many members, each in a talk with the desk, and reports them with
 * their sessions. Argument: how many.
 */
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import { toShanghaiDate } from '../../../../bff/contract/dates.ts';
import { Chat } from '../../../../bff/modules/chat/model.ts';
import { NO_OFFER } from '../../../../bff/modules/chat/talk/no-offer.ts';
import { database } from '../../../../bff/platform/db/database.ts';
import { migrate } from '../../../../bff/platform/db/migrate.ts';
import { kv } from '../../../../bff/platform/kv/kv.ts';
import { seedBulkRegistry } from '../../../seed/bulk/registry.ts';
import { signInForBench } from '../sign-in-for-bench.ts';

/** Members who are talking. */
export interface FilledTalks {
  talks: { id: number; bearer: string }[];
}

await database.open();
await migrate();
const { lawyers } = await seedBulkRegistry(Number(process.argv[2]));
const now = Date.now();
const seen = { memberRead: 0, staffRead: 0, lastBy: 'member', lastAt: now, memberSeenAt: now, askedAt: null } as const;
const open = { closedAt: null, endedBy: null, toldAt: null, ticketId: null, ticketNumber: '' } as const;
const unrated = { rating: null, ratingWords: null, ratedAt: null } as const;
await Chat.bulkCreate(
  lawyers.map(({ accountId, facts }) => ({
    memberKind: 'lawyer' as const,
    memberId: facts.id,
    memberName: facts.name,
    accountId,
    subject: '',
    state: 'talking' as const,
    lastSeq: 0,
    queuedAt: now,
    assigneeId: 1,
    assigneeName: '客服',
    ...NO_OFFER,
    ...seen,
    openedAt: now,
    openedOn: toShanghaiDate(now),
    takenAt: now,
    ...open,
    ...unrated,
  })),
);
const chats = await Chat.findAll({ order: ['id'] });
const bearers = await signInForBench(chats.map(({ accountId }) => Number(accountId)));
const talks = chats.map(({ id }, at) => ({ id: Number(id), bearer: bearers[at] ?? '' }));
process.send?.({ talks } satisfies FilledTalks);
await kv.close();
await database.close();
process.disconnect();
