const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿'] as const;

/**
 * An amount in the characters that cannot be altered, as 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1) writes
 * them: 35.00 → 叁拾伍元整, 10.05 → 壹拾元零伍分. `fen`: whole, from 1 to just under 10^14.
 */
export function capitalAmount(fen: number): string {
  const yuan = Math.trunc(fen / 100);
  const jiao = Math.trunc(fen / 10) % 10;
  const cents = fen % 10;
  const whole = yuan > 0 ? `${wholeNumber(yuan)}元` : '';
  if (jiao === 0 && cents === 0) return `${whole}整`;
  const zero = jiao === 0 && yuan > 0 ? '零' : '';
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : zero;
  return `${whole}${tenths}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`;
}

function wholeNumber(value: number): string {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.trunc(rest / 10_000)) groups.push(rest % 10_000);
  let words = '';
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at]!;
    if (group === 0) continue;
    // One 零 stands for whatever is empty between two groups.
    if (words && (group < 1000 || groups[at + 1] === 0)) words += '零';
    words += `${thousands(group)}${GROUPS[at]}`;
  }
  return words;
}

function thousands(group: number): string {
  let words = '';
  let isGap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.trunc(group / 10 ** place) % 10;
    if (digit === 0) {
      isGap = words !== '';
      continue;
    }
    words += `${isGap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    isGap = false;
  }
  return words;
}
