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

/** {{faq:12}}: an entry of 常见问题, by its id. */
const FAQ = /^faq:([1-9]\d{0,9})$/;
export const faqPlace = (id: number): string => `{{faq:${id}}}`;
const faqIdOf = (key: string): number | null => Number(FAQ.exec(key)?.[1] ?? 0) || null;

/** The entries of 常见问题 that a block names, by their ids. */
export const faqIdsIn = (body: string): number[] =>
  [...new Set([...body.matchAll(WRITTEN)].map(([, key = '']) => faqIdOf(key)))].filter((id) => id !== null);

/** What is written as a placeholder and is none, as it is written; a brace that opens none counts. */
export function unknownPlaceholders(body: string): string[] {
  const unknown = [...body.matchAll(WRITTEN)]
    .filter(([, key = '']) => !Object.hasOwn(PLACEHOLDERS, key) && faqIdOf(key) === null)
    .map(([written]) => written);
  const rest = body.replaceAll(WRITTEN, '');
  return [...new Set([...unknown, ...(rest.match(/\{\{|\}\}/g) ?? [])])];
}

/** The block with values in the places that were left for them; `faq`: entries of 常见问题 in words, by their ids. */
export const filled = (
  body: string,
  values: Readonly<Record<Placeholder, string>>,
  faq: ReadonlyMap<number, string>,
): string =>
  body.replaceAll(WRITTEN, (written, key: string) => {
    if (Object.hasOwn(PLACEHOLDERS, key)) return values[key as Placeholder];
    const id = faqIdOf(key);
    return id === null ? written : (faq.get(id) ?? FAQ_GONE);
  });
/** Whoever chooses the block reads it before it is sent. */
const FAQ_GONE = '（该常见问题已下架，请改写这一句）';
