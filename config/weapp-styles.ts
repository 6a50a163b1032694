import postcss, { type AtRule, type Root, type Rule } from 'postcss';

/** Styles of the mini-program: those of H5 without what WeChat has not, and readable by the web view of iOS 12. */

/** Elements that the kit puts on a page; `page` is WeChat's own root. */
export const ELEMENTS = ['page', 'view', 'text', 'button', 'input', 'textarea', 'image', 'picker', 'scroll-view'];

/** Nothing in a mini-program is printed, pointed at with a mouse, or as wide as the PC layout (spec look.md). */
const isForOthers = (rule: AtRule) =>
  rule.name === 'page' || (rule.name === 'media' && /print|hover|min-width:\s*(99[2-9]|\d{4,})/.test(rule.params));

/** States of a browser's fields and buttons: WeChat has `hover-class`, `placeholder-class` and properties. */
const BROWSER_STATE = /:(hover|active|focus[\w-]*|disabled|checked)|::(placeholder|backdrop)|\[/;
const OF_TARO_ON_H5 = /\.taro_/;

/** Whether a selector can meet something in a mini-program. */
export function isForWechat(selector: string): boolean {
  if (BROWSER_STATE.test(selector) || OF_TARO_ON_H5.test(selector)) return false;
  const tags = selector
    .replace(/::?[\w-]+(\([^)]*\))?|\.[\w-]+/g, '')
    .split(/[\s>+~]+/)
    .filter(Boolean);
  return tags.every((tag) => ELEMENTS.includes(tag));
}

/** Compiled styles of a file → those for WeChat. */
export function stylesForWechat(styles: string): string {
  const root = postcss.parse(styles);
  root.walkAtRules((rule) => {
    if (isForOthers(rule)) rule.remove();
  });
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    const kept = rule.selectors.filter(isForWechat);
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  spaceForOldTelephones(root);
  return root.toString();
}

/**
 * Web views before iOS 14.5 and Chrome 84 have no `gap` between flexible boxes, and none of them can be asked for it; they
 * lack `inset` too, which can be asked for.
 */
const LACKS_GAP = 'not (inset: 0)';
const CHILDREN = ELEMENTS.filter((name) => name !== 'page');

function spaceForOldTelephones(root: Root): void {
  root.walkRules((rule) => {
    const margins = marginsInsteadOfGap(rule);
    if (!margins) return;
    const old = postcss.atRule({ name: 'supports', params: LACKS_GAP });
    old.append(margins);
    rule.after(old);
  });
}

function marginsInsteadOfGap(rule: Rule): Rule | null {
  const given: Record<string, string> = {};
  rule.walkDecls(({ prop, value }) => void (given[prop] = value));
  if (/grid/.test(given.display ?? '')) return null;
  const [row, column = row] = (given.gap ?? '').split(' ').filter(Boolean);
  const down = given['row-gap'] ?? row;
  const across = given['column-gap'] ?? column;
  if (!down && !across) return null;
  const isColumn = /column/.test(`${given['flex-direction'] ?? ''} ${given['flex-flow'] ?? ''}`);
  const wraps = /(^| )wrap/.test(`${given['flex-wrap'] ?? ''} ${given['flex-flow'] ?? ''}`);
  const margins = wraps
    ? { 'margin-right': across, 'margin-bottom': down }
    : isColumn
      ? { 'margin-top': down }
      : { 'margin-left': across };
  const which = wraps ? '' : ':not(:first-child)';
  const selectors = rule.selectors.flatMap((selector) => CHILDREN.map((child) => `${selector}>${child}${which}`));
  const instead = postcss.rule({ selectors });
  for (const [prop, value] of Object.entries(margins)) if (value && value !== '0') instead.append({ prop, value });
  return instead;
}
