/** An entry of 常见问题 as an answer names it: its question and its address, which is a link wherever addresses are links. */
export const faqInWords = ({ id, question, origin }: { id: number; question: string; origin: string }): string =>
  `常见问题“${question}”（${origin}/faq?id=${id}）`;

const NAMED = /常见问题“(.{1,200}?)”（\S{1,200}?\/faq\?id=([1-9]\d{0,9})）/g;

/** The entries that an answer names, in their order, each once: a page opens them itself. */
export function faqNamedIn(words: string): { id: number; question: string }[] {
  const named = [...words.matchAll(NAMED)].map(([, question = '', id]) => ({ id: Number(id), question }));
  return named.filter(({ id }, n) => named.findIndex((one) => one.id === id) === n);
}
