import { z } from 'zod';
import { CONDITIONS } from '../../../contract/eligibility/conditions.ts';
import { CONDITION_SCHEMAS as SCHEMAS } from '../../../contract/eligibility/schemas.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { atom, keyOfMember, type FactSource } from '../../eligibility/atom.ts';

const row = z.strictObject({ lawyerId: z.int(), activityId: z.int(), seriesId: z.int().nullable() });
type Came = Pick<z.infer<typeof row>, 'activityId' | 'seriesId'>;

/** The activities to which lawyers came. Who came to none has an empty list: that is known. */
const attendanceSource: FactSource<Came[]> = {
  async read(members, t) {
    const lawyers = members.filter(({ kind }) => kind === 'lawyer');
    const facts = new Map(lawyers.map((lawyer) => [keyOfMember(lawyer), [] as Came[]]));
    const list = inList(lawyers.map(({ id }) => id));
    const rows = await select(
      row,
      `SELECT r.lawyer_id AS lawyerId, a.id AS activityId, a.series_id AS seriesId
       FROM activity_registrations r JOIN activity_presences p ON p.registration_id = r.id
        JOIN activities a ON a.id = r.activity_id
       WHERE r.lawyer_id IN ${list.sql} AND r.state = 'registered' AND p.outcome = 'present' AND a.state <> 'cancelled'`,
      list.values,
      t,
    );
    for (const { lawyerId, ...came } of rows) facts.get(keyOfMember({ kind: 'lawyer', id: lawyerId }))?.push(came);
    return facts;
  },
};

/** 参加过, 未参加过: an activity, or so many sessions of a series. */
export const attendedAtom = atom({
  schema: SCHEMAS.attended,
  source: attendanceSource,
  words: CONDITIONS.attended.words,
  judge: ({ activityId, seriesId, sessions = 1, isNot = false }, came) => {
    const times = came.filter((one) =>
      seriesId === undefined ? one.activityId === activityId : one.seriesId === seriesId,
    ).length;
    const figure = times === 0 ? '您尚未参加' : seriesId === undefined ? '您已参加' : `您参加了${times}场`;
    return { holds: times >= sessions !== isNot, figure };
  },
});
