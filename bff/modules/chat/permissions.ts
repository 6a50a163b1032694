import { randomUUID } from 'node:crypto';
import type { Call } from '../../test/api.ts';
import { makeTalk, openDesk, say } from '../../test/factories/chat.ts';
import { memberActor } from '../../test/factories/registry.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { anyMember, answer, id, ownFirm, staff, type Row } from '../../test/permissions/row.ts';
import { askFacts } from './desk/ask-facts.ts';
import { Chat } from './model.ts';
import { endOwnChat } from './talk/close-chat.ts';

/** A talk of the firm, which a day of this test takes more of than an hour allows. */
async function makeTalkOf({ firm }: Pick<Cast, 'firm'>): ReturnType<typeof makeTalk> {
  const own = { memberKind: 'firm', memberId: firm.id } as const;
  await Chat.update({ openedAt: 0, state: 'closed', closedAt: 1 }, { where: own });
  return makeTalk({ firmId: firm.id });
}
const ofFirm = async (cast: Pick<Cast, 'firm'>): Promise<number> => (await makeTalkOf(cast)).id;
const text = () => ({ kind: 'text', clientId: randomUUID(), text: '您好' });
async function closed(cast: Cast): Promise<number> {
  const talk = await ofFirm(cast);
  await endOwnChat({ actor: await memberActor({ firmId: cast.firm.id }), id: talk });
  return talk;
}
const own = (call: (cast: Cast) => Promise<Call>): Row => ({ realm: 'member', passes: ownFirm, hasObject: true, call });
/** A talk that a colleague has taken: of the desk only administrators see it, and only that colleague acts on it. */
const led = (passes: Partial<Record<string, number>>, call: (cast: Cast) => Promise<Call>): Row => ({
  realm: 'staff',
  passes,
  hasObject: true,
  call,
});
const seen = { ...answer(404, 'service'), ...answer(200, 'administrator') };
const othersOwn = { ...answer(404, 'service'), ...answer(409, 'administrator') };

export const PERMISSIONS: Record<string, Row> = {
  showChatDoor: { realm: 'member', passes: anyMember },
  startChat: {
    realm: 'member',
    passes: anyMember,
    call: async () => {
      await Chat.update({ openedAt: 0, state: 'closed', closedAt: 1 }, { where: {} });
      await openDesk();
      return { body: { subject: '转所' } };
    },
  },
  listOwnChats: { realm: 'member', passes: anyMember },
  pollOwnChats: {
    realm: 'member',
    passes: ownFirm,
    call: async (cast) => ({ query: { have: `${await ofFirm(cast)}:0`, wait: '0' } }),
  },
  showOwnChat: own(async (cast) => id(await ofFirm(cast))),
  readOwnChat: own(async (cast) => id(await ofFirm(cast))),
  sendOwnChatMessage: own(async (cast) => ({ ...id(await ofFirm(cast)), body: text() })),
  // Callers are let in, and are told that there is no file.
  uploadChatFile: {
    realm: 'member',
    passes: answer(400, 'firm', 'other firm', 'lawyer', 'other lawyer'),
    call: async (cast) => id(await ofFirm(cast)),
  },
  showOwnChatFile: {
    realm: 'member',
    passes: answer(404, 'firm', 'other firm', 'lawyer', 'other lawyer'),
    call: async (cast) => ({ params: { id: await ofFirm(cast), seq: 1, file: 'nothing-of-this-name' } }),
  },
  retractOwnChatMessage: own(async (cast) => {
    const talk = await ofFirm(cast);
    const { seq } = await say(await memberActor({ firmId: cast.firm.id }), talk, '说错了');
    return { ...id(talk), body: { seq } };
  }),
  markOwnChatRead: own(async (cast) => ({ ...id(await ofFirm(cast)), body: { seq: 1 } })),
  answerChatFacts: own(async (cast) => {
    const { id: talk, desk } = await makeTalkOf(cast);
    await askFacts({ actor: desk.actor, id: talk, fields: ['name'] });
    return { ...id(talk), body: { answer: 'right', seq: 2 } };
  }),
  endOwnChat: own(async (cast) => id(await ofFirm(cast))),
  turnOwnChatIntoTicket: own(async (cast) => ({ ...id(await closed(cast)), body: {} })),
  showChatDesk: { realm: 'staff', passes: staff('service') },
  listChats: { realm: 'staff', passes: staff('service') },
  pollChats: {
    realm: 'staff',
    passes: seen,
    call: async (cast) => ({ query: { have: `${await ofFirm(cast)}:0`, wait: '0' } }),
  },
  showChat: led(seen, async (cast) => id(await ofFirm(cast))),
  listChatTextBlocks: led(seen, async (cast) => id(await ofFirm(cast))),
  readChat: led(seen, async (cast) => id(await ofFirm(cast))),
  sendChatMessage: led(othersOwn, async (cast) => ({ ...id(await ofFirm(cast)), body: text() })),
  uploadStaffChatFile: {
    realm: 'staff',
    passes: answer(400, 'service', 'administrator'),
    call: async (cast) => id(await ofFirm(cast)),
  },
  showChatFile: {
    realm: 'staff',
    passes: answer(404, 'service', 'administrator'),
    call: async (cast) => ({ params: { id: await ofFirm(cast), seq: 1, file: 'nothing-of-this-name' } }),
  },
  retractChatMessage: led(othersOwn, async (cast) => ({ ...id(await ofFirm(cast)), body: { seq: 1 } })),
  markChatRead: led(seen, async (cast) => ({ ...id(await ofFirm(cast)), body: { seq: 1 } })),
  askChatFacts: led(othersOwn, async (cast) => ({ ...id(await ofFirm(cast)), body: { fields: ['name'] } })),
  // The talk is taken already: whoever comes second is told who was first.
  takeChat: led(answer(409, 'service', 'administrator'), async (cast) => id(await ofFirm(cast))),
  handOverChat: led(othersOwn, async (cast) => ({
    ...id(await ofFirm(cast)),
    body: { kind: 'person', to: 1, word: '' },
  })),
  withdrawChatOffer: led(othersOwn, async (cast) => id(await ofFirm(cast))),
  // It is somebody else's, and offered to nobody: whoever comes late is told who has it.
  acceptChat: led(answer(409, 'service', 'administrator'), async (cast) => id(await ofFirm(cast))),
  refuseChat: led(othersOwn, async (cast) => id(await ofFirm(cast))),
  returnChat: led(othersOwn, async (cast) => id(await ofFirm(cast))),
  endChat: led(othersOwn, async (cast) => id(await ofFirm(cast))),
  turnChatIntoTicket: led(othersOwn, async (cast) => ({
    ...id(await ofFirm(cast)),
    body: { category: 'other', title: '咨询' },
  })),
  writeChatNote: led(seen, async (cast) => ({ ...id(await ofFirm(cast)), body: { body: '已电话联系' } })),
  pauseChats: led(othersOwn, async (cast) => ({ ...id(await ofFirm(cast)), body: { reason: '多次发送无关内容' } })),
};
