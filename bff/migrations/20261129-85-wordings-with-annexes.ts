import type { QueryInterface } from 'sequelize';
import { SYSTEM } from '../actor.ts';

/** What stands for many lawyers is now 附件名单所列60名律师, after which this sentence would say 律师 twice. */
const WITH_SUBJECTS = ['该所及该所执业律师{{subjects}}', '该所及{{subjects}}'] as const;
/** Shipped sentences that read stiffly, where staff have not written their own. */
const SHIPPED = [
  ['该所及该所全体执业律师（名单附后）', '该所及其全体执业律师（名单见附件）'],
  ['该所全体执业律师名单附后。', '该所全体执业律师名单见附件。'],
  ['经签到确认共计{{hoursTotal}}学时，{{listed}}', '经签到确认共计{{hoursTotal}}学时，具体情况{{listed}}'],
  ['已于{{endedOn}}注销执业。', '其律师执业证书已于{{endedOn}}注销。'],
] as const;

/** A new version of every wording in force that has such a sentence; certificates keep the version they were made with. */
export async function up(q: QueryInterface): Promise<void> {
  for (const phrase of SHIPPED) await reword(q, phrase, 'AND w.created_by = :system');
  await reword(q, WITH_SUBJECTS, '');
}

/** Versions are never taken back: certificates may name them. */
export async function down(): Promise<void> {
  return Promise.resolve();
}

async function reword(q: QueryInterface, [before, after]: readonly [string, string], which: string): Promise<void> {
  await q.sequelize.query(
    `INSERT INTO certificate_wordings (type_id, version, body, roster_title, created_by, created_at)
     SELECT w.type_id, w.version + 1, REPLACE(w.body, :before, :after), w.roster_title, :system, :now
     FROM certificate_wordings w
     WHERE w.body LIKE :like ${which}
       AND w.version = (SELECT MAX(v.version) FROM certificate_wordings v WHERE v.type_id = w.type_id)`,
    { replacements: { before, after, system: SYSTEM, like: `%${before}%`, now: Date.now() } },
  );
}
