import { makeTalk } from '../../../test/factories/chat.ts';
import { memberActor } from '../../../test/factories/registry.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { id, ownFirm, staff, type Row } from '../../../test/permissions/row.ts';
import { Chat } from '../model.ts';
import { endOwnChat } from '../talk/close-chat.ts';

async function ended({ firm }: Cast): Promise<number> {
  const own = { memberKind: 'firm', memberId: firm.id } as const;
  // A day of this test takes more talks than an hour allows.
  await Chat.update({ openedAt: 0, state: 'closed', closedAt: 1 }, { where: own });
  const talk = await makeTalk({ firmId: firm.id });
  await endOwnChat({ actor: await memberActor({ firmId: firm.id }), id: talk.id });
  return talk.id;
}

/** Members rate their own talks; administrators read what they said. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnChatRating: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id(await ended(cast)),
  },
  rateChat: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => ({ ...id(await ended(cast)), body: { rating: 'bad', words: '等了很久' } }),
  },
  listChatRatings: { realm: 'staff', passes: staff() },
};
