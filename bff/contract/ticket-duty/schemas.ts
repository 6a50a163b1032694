import { z } from 'zod';
import { id, plainDate, seenVersion, seenVersionInQuery } from '../fields.ts';

export const setPresence = z.strictObject({ isPresent: z.boolean({ error: '请选择在岗或暂离' }) });
export type SetPresence = z.output<typeof setPresence>;

/** Both days belong to the leave; whether they may be is judged where the clock is known. */
export const setLeave = z
  .strictObject({
    /** The version of the leave that stood there, or of there being none. */
    version: seenVersion,
    from: plainDate('开始日期'),
    until: plainDate('结束日期'),
    standInId: id('代班人'),
  })
  .refine(({ from, until }) => from <= until, { error: '结束日期不能早于开始日期', path: ['until'] });
export type SetLeave = z.input<typeof setLeave>;
export type SetLeaveParsed = z.output<typeof setLeave>;

export const endLeave = z.strictObject({ version: seenVersionInQuery });
export type EndLeave = z.input<typeof endLeave>;

export const handOver = z.strictObject({ toId: id('接收人') });
export type HandOver = z.output<typeof handOver>;
