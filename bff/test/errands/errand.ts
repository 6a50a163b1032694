import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { Actor, MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import type { PaymentPurpose } from '../../contract/payments/enums.ts';
import { atom, keyOfMember, type FactSource } from '../../modules/eligibility/atom.ts';
import { bindFiles } from '../../modules/files/bind-files.ts';
import type { Owner } from '../../modules/files/owners.ts';
import { tell } from '../../modules/notifications/tell.ts';
import type { Payable, Purpose } from '../../modules/payments/payable.ts';
import { writeEvent } from '../../modules/timeline/write-event.ts';
import { database, select, transaction } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
import type { SubjectRef } from '../../subject.ts';

/**
 * A module as one may move in: errands with attachments, a timeline, a fee, and a member who is told. What it needs of
 * the generic services it says here and in the tables of contents; in them no line changes.
 */
declare module '../../contract/timeline/enums.ts' {
  interface Timelines {
    errand: 'opened' | 'paid' | 'fee_returned' | 'mail_refused';
  }
}

/** As the contract's own table would have it with a line more. */
export const ERRAND = 'errand' as PaymentPurpose;
export const FEE_FEN = 1_250;

const ofErrand = (id: number): SubjectRef<'errand'> => ({ kind: 'errand', id });

export async function createTable(): Promise<void> {
  await database.sequelize.query(
    'CREATE TABLE errands (id BIGINT PRIMARY KEY, account_id BIGINT NOT NULL, is_owed SMALLINT NOT NULL)',
  );
}

async function isOwed(id: number, t?: Transaction): Promise<boolean> {
  const [row] = await select(
    z.strictObject({ isOwed: z.int() }),
    'SELECT is_owed AS isOwed FROM errands WHERE id = ?',
    [id],
    t,
  );
  return row?.isOwed === 1;
}

/** Opens an errand with its files, and tells the member. */
export async function openErrand(errand: {
  actor: MemberActor & { kind: 'firm' };
  id: number;
  files: string[];
  email: string;
}): Promise<Payable> {
  const { actor, id, files, email } = errand;
  const page = `errand?id=${id}`;
  await transaction(async (t) => {
    const row = { replacements: [id, actor.accountId], transaction: t };
    await database.sequelize.query('INSERT INTO errands (id, account_id, is_owed) VALUES (?, ?, 1)', row);
    await bindFiles({ accountId: actor.accountId, owner: ofErrand(id), tokens: files }, t);
    await writeEvent({ subject: ofErrand(id), event: 'opened', by: actor }, t);
    const data = { applicant: actor.name, what: '登记', at: '2026-11-28 10:00', detail: '' };
    await tell(
      {
        member: { kind: 'firm', id: actor.firmId },
        event: 'approved',
        words: { title: '事项已登记', body: '您的事项已经登记，请缴费。' },
        subject: ofErrand(id),
        page,
        mail: { recipient: email, askedBy: actor.accountId, template: 'account_notice', data },
      },
      t,
    );
  });
  return { purpose: ERRAND, subjectId: id, totalFen: FEE_FEN, description: '事项费用', page };
}

/** Line of `payables.ts`. */
export const errandAsPurpose: Purpose = {
  lock: async (id, t) => ({ isOwed: await isOwed(id, t) }),
  isOwed: (id) => isOwed(id),
  async paid(id, t) {
    await database.sequelize.query('UPDATE errands SET is_owed = 0 WHERE id = ?', {
      replacements: [id],
      transaction: t,
    });
    await writeEvent({ subject: ofErrand(id), event: 'paid', by: null }, t);
  },
  refunded: (id, _fen, t) => writeEvent({ subject: ofErrand(id), event: 'fee_returned', by: null }, t),
  describe: async ({ subjectId, amountFen }) => ({
    about: { label: '事项编号', value: String(subjectId) },
    lines: [{ what: '事项费用', amountFen }],
  }),
};

/** Line of `owners.ts`. */
export const errandAsOwner: Owner = {
  async expectVisible(actor: Actor, id: number) {
    const [row] = await select(
      z.strictObject({ accountId: z.int() }),
      'SELECT account_id AS accountId FROM errands WHERE id = ?',
      [id],
    );
    if (row?.accountId !== actor.accountId) throw new AppError('not_found');
  },
};

const errandsSource: FactSource<number> = {
  async read(members, t) {
    const firms = inList(members.map(({ id }) => id));
    const rows = await select(
      z.strictObject({ firmId: z.int(), errands: z.int() }),
      `SELECT a.firm_id AS firmId, COUNT(*) AS errands FROM errands e JOIN accounts a ON a.id = e.account_id
       WHERE a.firm_id IN ${firms.sql} GROUP BY a.firm_id`,
      firms.values,
      t,
    );
    const counted = new Map(rows.map(({ firmId, errands }) => [firmId, errands]));
    return new Map(members.map((member) => [keyOfMember(member), counted.get(member.id) ?? 0]));
  },
};

/** Line of `eligibility-atoms.ts`. */
export const errandAsAtom = atom({
  schema: z.strictObject({ atom: z.literal('errand'), atLeast: z.int() }),
  source: errandsSource,
  words: ({ atLeast }) => ({ is: `至少${atLeast}件事项`, isNot: `少于${atLeast}件事项` }),
  judge: ({ atLeast }, errands) => ({ holds: errands >= atLeast, figure: `您有${errands}件` }),
});
