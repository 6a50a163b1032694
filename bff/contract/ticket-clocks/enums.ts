/** Who is told that a ticket is not answered or done yet, at how much of its time (desk.md, Clocks). In this order. */
export const ESCALATIONS = [
  { percent: 75, to: 'assignee' },
  { percent: 100, to: 'role' },
  { percent: 150, to: 'administrator' },
] as const;
export type EscalationTo = (typeof ESCALATIONS)[number]['to'];

/** The clocks of a ticket. */
export const TICKET_CLOCKS = { first: '首次答复', done: '办结' } as const;
export type TicketClock = keyof typeof TICKET_CLOCKS;

/** Why due instants were reckoned again. */
export const DUE_CAUSES = { calendar: '办公时间、节假日变更', terms: '时限设置变更' } as const;
export type DueCause = keyof typeof DUE_CAUSES;
