/**
 * What may stand in a text block between {{ and }}, and nothing else: words of the ticket and of the office, never an
 * identity number, a telephone number of a member, or anything else that is not theirs to read in an answer.
 */
export const PLACEHOLDERS = {
  'member.name': '会员姓名或名称',
  'ticket.number': '工单编号',
  'ticket.category': '工单分类',
  'ticket.due': '预计答复或办结时间',
  'office.hours': '办公时间',
  'office.address': '办公地址',
  'office.phone': '咨询电话',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

const WRITTEN = /\{\{([^{}]*)\}\}/g;

/** What is written as a placeholder and is none, as it is written; a brace that opens none counts. */
export function unknownPlaceholders(body: string): string[] {
  const unknown = [...body.matchAll(WRITTEN)]
    .filter(([, key = '']) => !Object.hasOwn(PLACEHOLDERS, key))
    .map(([written]) => written);
  const rest = body.replaceAll(WRITTEN, '');
  return [...new Set([...unknown, ...(rest.match(/\{\{|\}\}/g) ?? [])])];
}

/** The block with values in the places that were left for them. */
export const filled = (body: string, values: Readonly<Record<Placeholder, string>>): string =>
  body.replaceAll(WRITTEN, (written, key: string) =>
    Object.hasOwn(PLACEHOLDERS, key) ? values[key as Placeholder] : written,
  );
