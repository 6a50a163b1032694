import { z } from 'zod';
import { keyOf, line, pageQuery, paragraph, printed, requiredLine, seenVersion, wholeNumber } from '../fields.ts';
import { signUp } from '../activities/schemas.ts';
import { SERIES_WAYS } from './enums.ts';
import * as limits from './limits.ts';

export const createSeries = z.strictObject({
  title: printed('系列名称', requiredLine('系列名称', limits.MAX_SERIES_TITLE)),
  /** HTML; what is none of the closed rich text is taken out before it is kept (contract/rich-text). */
  details: paragraph('系列介绍', limits.MAX_SERIES_BODY).refine((v) => v !== '', { error: '请填写系列介绍' }),
  way: keyOf(SERIES_WAYS, '报名方式'),
  /** Who came to so many sessions is given the hours of those he came to; 0: hours are given session by session. */
  needed: wholeNumber('记学时的场数', 0, limits.MAX_SESSIONS).default(0),
});
export type CreateSeries = z.input<typeof createSeries>;
export type CreateSeriesParsed = z.output<typeof createSeries>;

export const updateSeries = createSeries.extend({ version: seenVersion });
export type UpdateSeries = z.input<typeof updateSeries>;
export type UpdateSeriesParsed = z.output<typeof updateSeries>;

export const listSeries = z.strictObject({
  ...pageQuery,
  /** Any part of the title. */
  search: line('关键词', 60).optional(),
});
export type ListSeries = z.input<typeof listSeries>;

/** 整期报名: for every session that is open. */
export const signUpWhole = signUp.omit({ answers: true, groupId: true });
export type SignUpWhole = z.input<typeof signUpWhole>;
export type SignUpWholeParsed = z.output<typeof signUpWhole>;
