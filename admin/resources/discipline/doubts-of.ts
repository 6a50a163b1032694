import { toShanghaiDate } from '../../../bff/contract/dates.ts';
import { disciplineDoubts } from '../../../bff/contract/registry/discipline-doubts.ts';
import type { DisciplineRow } from '../../../bff/contract/registry/endpoints.ts';

/** What is said beside a record today, in one line; empty: nothing. */
export const doubtsOf = (row: DisciplineRow): string => disciplineDoubts(row, toShanghaiDate(Date.now())).join('；');
