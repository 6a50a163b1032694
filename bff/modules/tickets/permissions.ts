import type { Call } from '../../test/api.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { PNG } from '../../test/files.ts';
import type { Cast } from '../../test/permissions/callers.ts';
import { anyMember, answer, id, ownFirm, staff, type Row } from '../../test/permissions/row.ts';
import { Upload } from '../files/model.ts';
import { uploadFile } from '../files/upload-file.ts';
import { Ticket, TicketMessage } from './model.ts';

/** A ticket of the firm in the queue of 审核: the one that is open, or a new one, of which a day takes so many. */
async function ofFirm({ firm }: Pick<Cast, 'firm'>): Promise<Ticket> {
  const where = { askerKind: 'firm', askerId: firm.id, state: 'waiting', category: 'certificate' } as const;
  return (await Ticket.findOne({ where })) ?? makeTicket(await memberActor({ firmId: firm.id }));
}
const ofNewFirm = async (): Promise<Ticket> => ofFirm({ firm: await makeFirm() });

/** A ticket of the firm with a file, as a call that opens that file. */
async function proven(firmId: number): Promise<Call> {
  const actor = await memberActor({ firmId });
  const sent = await Upload.findOne({ where: { accountId: actor.accountId, ownerKind: 'ticket_message' } });
  if (sent) return { params: { id: Number(sent.ownerId), file: sent.token } };
  const { token } = await uploadFile({ actor, name: '截图.png', bytes: PNG });
  const ticket = await makeTicket(actor, { attachments: [token] });
  const message = await TicketMessage.findOne({ where: { ticketId: ticket.id }, rejectOnEmpty: true });
  return { params: { id: message.id, file: token } };
}

/** The queue is that of reviewers: the others of the staff do not see it. */
const onlyReviewers = { ...staff('reviewer'), ...answer(404, 'registrar', 'service', 'finance', 'events') };
const anyQueue = staff('registrar', 'service', 'reviewer', 'finance', 'events');

/** Members see their own tickets, staff those of their roles' queues. */
export const PERMISSIONS: Record<string, Row> = {
  showTicketPromises: { realm: 'member', passes: anyMember },
  listAlikeTickets: { realm: 'member', passes: anyMember, call: async () => ({ query: { category: 'sign_in' } }) },
  openTicket: {
    realm: 'member',
    passes: anyMember,
    call: async () => ({
      body: {
        category: 'other',
        title: '建议增加常用用途',
        body: '希望用途选项中增加“评定职称”一项。',
        idempotencyKey: newKey(),
      },
    }),
  },
  listOwnTickets: { realm: 'member', passes: anyMember },
  showOwnTicket: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id((await ofFirm(cast)).id),
  },
  addToTicket: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => ({
      ...id((await ofFirm(cast)).id),
      body: { body: '补充：申请编号见附件', idempotencyKey: newKey() },
    }),
  },
  cancelTicket: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: async (cast) => id((await ofFirm(cast)).id),
  },
  showOwnTicketFile: {
    realm: 'member',
    passes: ownFirm,
    hasObject: true,
    call: ({ firm }) => proven(firm.id),
  },
  listTickets: { realm: 'staff', passes: anyQueue },
  showTicket: { realm: 'staff', passes: onlyReviewers, hasObject: true, call: async () => id((await ofNewFirm()).id) },
  takeTicket: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => ({ ...id((await ofNewFirm()).id), body: { version: 1 } }),
  },
  moveTicket: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => ({ ...id((await ofNewFirm()).id), body: { version: 1, category: 'payment' } }),
  },
  answerTicket: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => ({
      ...id((await ofNewFirm()).id),
      body: { version: 1, body: '已寄出，请留意快递。', next: 'solved' },
    }),
  },
  showTicketNotes: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => id((await ofNewFirm()).id),
  },
  writeTicketNote: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => ({ ...id((await ofNewFirm()).id), body: { body: '已电话核实' } }),
  },
  showTicketFile: {
    realm: 'staff',
    passes: onlyReviewers,
    hasObject: true,
    call: async () => proven((await makeFirm()).id),
  },
};
