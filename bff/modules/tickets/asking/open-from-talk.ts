import type { Transaction } from 'sequelize';
import type { Actor, MemberActor } from '../../../actor.ts';
import { TICKET_CATEGORIES, type TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { MAX_TICKET_BODY } from '../../../contract/tickets/limits.ts';
import { ofTicket, type MemberId, type SubjectRef } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { copyFiles } from '../../files/copy-files.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { createTicket } from './create-ticket.ts';
import { ofMessage, writeMessage } from '../thread/write-message.ts';
import { contentHashOf } from '../../../platform/db/submit-once.ts';

export interface FromTalk {
  asker: { member: MemberId; name: string; accountId: number };
  /** Who turns it into a ticket: the member, or whoever of the staff has talked with them. */
  by: Actor;
  category: TicketCategoryKey;
  title: string;
  /** What was said, one line each. */
  lines: readonly string[];
  /** What was sent along, by what it belongs to. */
  files: readonly SubjectRef[];
}

/**
 * Opens a ticket with what was said in a talk that cannot be finished there: as many messages as the words need, all in the
 * member's name, and copies of the files with the first. Whoever calls has authorised it. Answers id and number.
 */
export async function openTicketFromTalk(talk: FromTalk, t: Transaction): Promise<{ id: number; number: string }> {
  const { asker, by, category, title, lines, files } = talk;
  const { member, name, accountId } = asker;
  const ticket = await createTicket(
    {
      category,
      title,
      askerKind: member.kind,
      askerId: member.id,
      askerName: name,
      accountId,
      contentHash: contentHashOf({ category, title }),
    },
    t,
  );
  const actor = asMember(asker, by.address);
  const ids: number[] = [];
  for (const body of inPieces(['由在线咨询转来：', ...lines])) {
    ids.push(await writeMessage({ ticket, actor, body, attachments: [], idempotencyKey: null }, t));
  }
  const [first = 0] = ids;
  for (const from of files) await copyFiles({ from, accountId, to: ofMessage(first) }, t);
  await writeEvent({ subject: ofTicket(ticket.id), event: 'opened', by }, t);
  const target = `${ticket.number} ${TICKET_CATEGORIES[category].label}`;
  const line = { action: 'ticket.opened', targetKind: 'ticket', targetId: ticket.id } as const;
  await writeAudit({ actor: by, ...line, target, detail: '由在线咨询转来' }, t);
  return { id: Number(ticket.id), number: ticket.number };
}

const asMember = ({ member, name, accountId }: FromTalk['asker'], address: string): MemberActor =>
  member.kind === 'firm'
    ? { kind: 'firm', firmId: member.id, accountId, name, address }
    : { kind: 'lawyer', lawyerId: member.id, accountId, name, address };

/** Lines put together to messages of at most MAX_TICKET_BODY characters; a line that is longer is cut in two. */
export function inPieces(lines: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const line of lines.flatMap(cut)) {
    const longer = piece === '' ? line : `${piece}\n${line}`;
    if ([...longer].length <= MAX_TICKET_BODY) piece = longer;
    else {
      pieces.push(piece);
      piece = line;
    }
  }
  return [...pieces, piece];
}

function cut(line: string): string[] {
  const characters = [...line];
  const parts: string[] = [];
  for (let from = 0; from < characters.length; from += MAX_TICKET_BODY)
    parts.push(characters.slice(from, from + MAX_TICKET_BODY).join(''));
  return parts;
}
