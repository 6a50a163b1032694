import type { DisciplineRow } from '../../../bff/contract/registry/endpoints.ts';

/** Said of a record whose subject has others of the same 文号: one of them may have been entered twice. */
export const sameDocument = ({ sameDocument: others }: DisciplineRow): string =>
  `同一对象另有${others}条相同文号的记录，请核对是否重复登记`;
