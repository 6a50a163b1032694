import { z } from 'zod';
import { CONDITIONS, NO_SHOW_MONTHS } from '../../../contract/eligibility/conditions.ts';
import { CONDITION_SCHEMAS as SCHEMAS } from '../../../contract/eligibility/schemas.ts';
import { addMonths, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { atom, keyOfMember, type FactSource } from '../../eligibility/atom.ts';
import { MOVED } from './read-absences.ts';

/** Said where absences are what is missing: which ones is for the lawyer alone to read. */
const DISCREET = '目前不符合活动到场方面的要求，详情由律师本人在“我的限制”中查看';

const row = z.strictObject({ lawyerId: z.int(), absences: z.int() });

/** How many absences of the last months count, those that have led to a restriction among them. Who has none has 0: that is known. */
const absenceSource: FactSource<number> = {
  async read(members, t) {
    const lawyers = members.filter(({ kind }) => kind === 'lawyer');
    const facts = new Map(lawyers.map((lawyer) => [keyOfMember(lawyer), 0]));
    const list = inList(lawyers.map(({ id }) => id));
    const rows = await select(
      row,
      `SELECT r.lawyer_id AS lawyerId, COUNT(*) AS absences
       FROM activity_registrations r JOIN activity_presences p ON p.registration_id = r.id
        JOIN activities a ON a.id = r.activity_id
       WHERE r.lawyer_id IN ${list.sql} AND r.state = 'registered' AND p.outcome = 'absent' AND p.excused_at IS NULL
        AND a.is_online = 0 AND a.state <> 'cancelled' AND a.begins_at > ?
        AND NOT EXISTS (SELECT 1 FROM activity_changes c WHERE c.activity_id = a.id AND c.at > r.signed_at
          AND c.field IN ${MOVED.sql})
       GROUP BY r.lawyer_id`,
      [...list.values, startOfShanghaiDay(addMonths(clock.today(), -NO_SHOW_MONTHS)), ...MOVED.values],
      t,
    );
    for (const { lawyerId, absences } of rows) facts.set(keyOfMember({ kind: 'lawyer', id: lawyerId }), absences);
    return facts;
  },
};

/** 爽约: fewer absences than so many. */
export const activityAtoms = {
  noShow: atom({
    schema: SCHEMAS.noShow,
    source: absenceSource,
    words: CONDITIONS.noShow.words,
    discreetWords: DISCREET,
    judge: ({ fewerThan }, absences) => ({ holds: absences < fewerThan, figure: `您有${absences}次` }),
  }),
} as const;
