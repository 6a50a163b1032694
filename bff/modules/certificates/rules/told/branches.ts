/** A branch bears the name of its firm, with its place and 分所 behind it or its place in brackets (律师事务所名称管理办法). Pure. */

const BEHIND = /^(.*律师事务所).*(?:分所|办事处)$/u;
const IN_BRACKETS = /^(.*?)[（(][^）)]*[）)](律师事务所)$/u;

/** Names of the firms of which one of this name may be a branch. */
export function parentNamesOf(name: string): string[] {
  const [, firm] = BEHIND.exec(name) ?? [];
  const [, base, kind] = IN_BRACKETS.exec(name) ?? [];
  return [...(firm === undefined ? [] : [firm]), ...(base === undefined ? [] : [`${base}${kind}`])];
}

/** Whether one of this name is a branch of the firm. */
export const isBranchOf = (firm: string, name: string): boolean => firm !== '' && parentNamesOf(name).includes(firm);
