import { Op } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { ProfileSectionRow } from '../model.ts';
import { readWhole } from '../drafts/read-whole.ts';

/** Looked at in one round: nobody has more of them in a night. */
const AT_ONCE = 500;

/**
 * Empties drafts of sections that are not asked for any more (党员信息 of who is no member), where 基本信息, which decides it,
 * and the draft itself were last written before `before`. Answers how many.
 */
export async function dropHiddenDrafts(before: number): Promise<number> {
  const written = await ProfileSectionRow.findAll({
    where: { section: 'party', version: { [Op.gt]: 0 }, changedAt: { [Op.lt]: before } },
    order: ['id'],
    limit: AT_ONCE,
  });
  let dropped = 0;
  for (const row of written) {
    if (row.data.length === 0) continue;
    const { judged, rows } = await readWhole(row.lawyerId);
    const basic = rows.find(({ section }) => section === 'basic');
    if (judged.some(({ key }) => key === 'party') || (basic?.changedAt ?? before) >= before) continue;
    const [count] = await ProfileSectionRow.update(
      { data: [], sealedData: null, version: row.version + 1, changedAt: clock.now() },
      { where: { id: row.id, version: row.version } },
    );
    dropped += count;
  }
  return dropped;
}
