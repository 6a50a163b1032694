import { z } from 'zod';
import { ROLES } from '../accounts/enums.ts';
import { day, oneOf, reply } from '../reply-parts.ts';
import { DUTY_STATES } from './enums.ts';

const person = z.strictObject({ id: z.int(), name: z.string() });

const duty = {
  state: oneOf(DUTY_STATES),
  /** Planned or going on. */
  leave: z.strictObject({ from: day, until: day, standIn: person }).nullable(),
  /** Tickets that wait for this person. */
  openTickets: z.int(),
};

/** Somebody's own switch, with those who may stand in. */
export const ownDuty = reply('OwnDuty', { ...duty, standIns: z.array(person) });
export type OwnDuty = z.infer<typeof ownDuty>;

/** The team as whoever leads it sees it. */
export const dutyTeam = reply('DutyTeam', {
  items: z.array(z.strictObject({ ...person.shape, ...duty, roles: z.array(oneOf(ROLES)), standIns: z.array(person) })),
});
export type DutyTeam = z.infer<typeof dutyTeam>;
