import { toIso } from '../../../contract/dates.ts';
import { readRichText } from '../../../platform/rich-text/read-rich-text.ts';
import type { Activity } from '../model.ts';
import { phaseOf } from '../rules.ts';
import type { ActivitySeries } from '../sessions/model.ts';

/** What members and staff read of a series alike. */
export const presentSeries = ({ id, title, way, needed, details }: ActivitySeries) => ({
  id,
  title,
  way,
  needed,
  details: readRichText(details),
});

/** What members and staff read of a session alike. */
export const presentSession = (session: Activity, now: number) => ({
  id: session.id,
  title: session.title,
  phase: phaseOf(session, now),
  place: session.place,
  beginsAt: toIso(session.beginsAt),
  endsAt: toIso(session.endsAt),
  capacity: session.capacity,
});
