import { z } from 'zod';
import { ROLES } from '../accounts/enums.ts';
import { day, instant, oneOf, reply } from '../reply-parts.ts';
import { TICKET_CATEGORIES, TICKET_STATES } from '../tickets/enums.ts';
import { DUTY_STATES } from './enums.ts';

const person = z.strictObject({ id: z.int(), name: z.string() });

const duty = {
  state: oneOf(DUTY_STATES),
  /** Planned or going on. */
  leave: z.strictObject({ from: day, until: day, standIn: person }).nullable(),
  /** Of the leave, of none as well: sent back with a change. */
  leaveVersion: z.int(),
  /** Tickets that wait for this person. */
  openTickets: z.int(),
};

/** Somebody's own switch, with those who may stand in. */
export const ownDuty = reply('OwnDuty', { ...duty, standIns: z.array(person) });
export type OwnDuty = z.infer<typeof ownDuty>;

/** The team as whoever leads it sees it. */
export const dutyTeam = reply('DutyTeam', {
  items: z.array(z.strictObject({ ...person.shape, ...duty, roles: z.array(oneOf(ROLES)), standIns: z.array(person) })),
  /** Whose account is closed, with tickets that still wait for them. */
  left: z.array(person.extend({ openTickets: z.int() })),
});
export type DutyTeam = z.infer<typeof dutyTeam>;

/** 交接: what a member of staff has open. */
export const handover = reply('Handover', {
  person,
  tickets: z.array(
    z.strictObject({
      id: z.int(),
      number: z.string(),
      category: oneOf(TICKET_CATEGORIES),
      title: z.string(),
      askerName: z.string(),
      state: oneOf(TICKET_STATES),
      dueAt: instant.nullable(),
    }),
  ),
  /** Colleagues with the days of the leave in which the person stands in. */
  standsInFor: z.array(z.string()),
  /** Who may take all of it. */
  heirs: z.array(person),
});
export type Handover = z.infer<typeof handover>;
