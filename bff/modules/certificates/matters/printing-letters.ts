import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';
import type { MemberId } from '../../../subject.ts';
import { findLetters } from './find-letters.ts';
import { prints } from './judge-issued.ts';

/** So many of the latest letters are looked into. */
const LOOKED_INTO = 100;

/** Letters of a member that stand and print these words, the latest first. `isMore`: there are letters not looked into. */
export async function findPrintingLetters({
  member,
  words,
}: {
  member: MemberId;
  words: string;
}): Promise<{ items: { number: string; holder: string }[]; isMore: boolean }> {
  if (words === '') return { items: [], isMore: false };
  const subject = { ...member, name: '', licenceNo: '' };
  // As if its name changed: of a firm the letters of its lawyers too.
  const change = {
    subject,
    fact: 'name',
    recordId: null,
    before: words,
    effectiveOn: null,
    words: '',
    by: '',
  } as const;
  const letters = await findLetters(change, { below: Number.MAX_SAFE_INTEGER, limit: LOOKED_INTO });
  const items = letters.filter((letter) => prints(letter, words)).map(({ number, holder }) => ({ number, holder }));
  return { items, isMore: letters.length === LOOKED_INTO };
}

/** Applications of a member, or that name it, which wait for a person. */
export async function countWaitingReviews({ kind, id }: MemberId): Promise<number> {
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM applications a WHERE a.state = 'pending' AND ((a.applicant_kind = ? AND a.applicant_id = ?)
       OR EXISTS (SELECT 1 FROM application_lawyers al WHERE al.application_id = a.id AND al.lawyer_id = ?))`,
    [kind, id, kind === 'lawyer' ? id : 0],
  );
  return row?.n ?? 0;
}
