import { z } from 'zod';
import type { ChatDetail } from '../../../contract/chat/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { PROFILE_STATES } from '../../../contract/profile/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { nextActivityOf } from '../../activities/signing-up/read-home-activities.ts';
import type { Chat } from '../model.ts';

const memberRow = z.strictObject({
  licenceNo: z.string(),
  status: z.string(),
  firmId: z.int().nullable(),
  firmName: z.string().nullable(),
});
const ticketRow = z.strictObject({ id: z.int(), number: z.string(), title: z.string() });
const certificateRow = z.strictObject({ id: z.int(), number: z.string(), at: z.int() });
const countRow = z.strictObject({ n: z.int() });
const profileRow = z.strictObject({ state: oneOf(PROFILE_STATES) });

const MEMBER = {
  firm: `SELECT licence_no AS licenceNo, status, NULL AS firmId, NULL AS firmName FROM firms WHERE id = ?`,
  lawyer: `SELECT l.licence_no AS licenceNo, l.status, l.firm_id AS firmId, f.name AS firmName
    FROM lawyers l LEFT JOIN firms f ON f.id = l.firm_id WHERE l.id = ?`,
} as const;

/** Who asks, as the desk may know while talking: nothing private, and nothing that a page of its own protects. */
export async function readCard(chat: Chat): Promise<ChatDetail['card']> {
  const { memberKind, memberId } = chat;
  const [member] = await select(memberRow, MEMBER[memberKind], [memberId]);
  const openTickets = await select(
    ticketRow,
    `SELECT id, number, title FROM tickets WHERE asker_kind = ? AND asker_id = ? AND is_open = 1 ORDER BY id DESC LIMIT 5`,
    [memberKind, memberId],
  );
  const certificates = await select(
    certificateRow,
    `SELECT a.id AS id, a.number, c.issued_at AS at FROM certificates c JOIN applications a ON a.id = c.application_id
     WHERE a.applicant_kind = ? AND a.applicant_id = ? AND a.number IS NOT NULL AND c.issued_at IS NOT NULL ORDER BY c.id DESC LIMIT 3`,
    [memberKind, memberId],
  );
  const [earlier] = await select(
    countRow,
    'SELECT COUNT(*) AS n FROM chats WHERE member_kind = ? AND member_id = ? AND id < ?',
    [memberKind, memberId, chat.id],
  );
  return {
    licenceNo: member?.licenceNo ?? '',
    firm: member?.firmId ? { id: member.firmId, name: member.firmName ?? '' } : null,
    isCancelled: member?.status === 'cancelled',
    openTickets,
    lastCertificates: certificates.map(({ id, number, at }) => ({ id, number, at: toIso(at) })),
    earlierTalks: earlier?.n ?? 0,
    ...(memberKind === 'lawyer' ? await ofLawyer(Number(memberId)) : { profile: null, nextActivity: null }),
  };
}

/** How far the lawyer's file is, and where the lawyer goes next: the state and the title, no word of what is in them. */
async function ofLawyer(lawyerId: number): Promise<Pick<ChatDetail['card'], 'profile' | 'nextActivity'>> {
  const [profile] = await select(profileRow, 'SELECT state FROM profiles WHERE lawyer_id = ?', [lawyerId]);
  const next = await nextActivityOf(lawyerId);
  return {
    profile: profile?.state ?? 'untouched',
    nextActivity: next && { title: next.title, beginsAt: toIso(next.beginsAt) },
  };
}
