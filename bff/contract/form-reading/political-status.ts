/**
 * Which sets of 政治面貌 (GB/T 4762) one person may have: 55 of the 8,191 that could be chosen (profile-sections.md). Pure,
 * for the form, which offers nothing that would break the set, and for the server.
 */
const PARTY = ['01', '02'];
const LEAGUE = '03';
const DEMOCRATIC = ['04', '05', '06', '07', '08', '09', '10', '11'];
/** 无党派人士, 群众: stands alone. */
const ALONE: Readonly<Record<string, string>> = { '12': '无党派人士', '13': '群众' };

/** Why a set cannot be, in words that say how to mend it; null: it may. */
export function politicalStatusFault(codes: readonly string[]): string | null {
  const alone = codes.find((code) => Object.hasOwn(ALONE, code));
  if (alone !== undefined && codes.length > 1) return `“${ALONE[alone]}”不能与其他政治面貌同时选择`;
  if (PARTY.every((code) => codes.includes(code))) return '中共党员与中共预备党员只能选择一项';
  if (codes.filter((code) => DEMOCRATIC.includes(code)).length > 1) {
    return '只能选择一个民主党派；如有特殊情况请提交工单说明';
  }
  return null;
}

/** Whether a set that may be is one that somebody should look at; '' where it is not. */
export function politicalStatusDoubt(codes: readonly string[]): string {
  if (!codes.includes(LEAGUE)) return '';
  if (codes.some((code) => DEMOCRATIC.includes(code))) return '共青团员同时为民主党派成员，请核对';
  return '';
}

/** Why a code cannot be added to what is chosen; null: it can, or it is chosen already. */
export const politicalStatusBar = (chosen: readonly string[], code: string): string | null =>
  chosen.includes(code) ? null : politicalStatusFault([...chosen, code]);
