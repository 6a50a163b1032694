import { looksAtDiscipline } from './rule-sets.ts';
import { isAlwaysFilled, isPlaceholder, isTable, PLACEHOLDERS, type Filled, type WordingUse } from './placeholders.ts';

/** A fault of a wording, in words that say how to mend it. */
export interface WordingFault {
  /** Position in the text, in UTF-16 units, for putting the cursor there. */
  at: number;
  /** Line, from 1. */
  line: number;
  message: string;
}

/** Characters of one wording: the longest shipped one has some 300; a letter of this length fills three pages. */
export const MAX_WORDING = 4000;
/** Conditions within conditions; more is a wording nobody can read. */
const MAX_DEPTH = 4;
const MAX_FAULTS = 20;

/** What speaks of 行业处分, in words or by a placeholder. */
const DISCIPLINE = /处分|惩戒|disciplin|\{\{[ \t]*records/iu;
const UNCHECKED_DISCIPLINE = '正文写到行业处分，而所选核查规则不核查处分；请改用“无行业处分”或“执业状况”的核查规则';
/** Says that somebody has practised without a break, which no rule makes sure of: a person may let a gap of the record pass. */
const UNBROKEN =
  /连续执业|执业[^。；\n]{0,12}(?:连续|不间断|无间断|(?:从未|未曾|没有|未|无)中断)|(?:continuous|uninterrupted|unbroken)(?:ly)? +practi[cs]|practi[cs]\w* +(?:continuous|uninterrupted|without +interruption)/iu;
const UNBROKEN_UNCHECKED =
  '正文写到执业未中断，而执业有中断的律师也会得到本证明；请改用占位符“执业年限”（不含执业中断期间）或“执业经历表”';

/** A condition that is open while the text is read. */
interface Block {
  at: number;
  helper: 'if' | 'unless';
  name: string;
  isInverse: boolean;
}

/**
 * Checks a wording: placeholders of the table, `{{#if x}}…{{else}}…{{/if}}` and `{{#unless x}}…{{/unless}}`, nothing
 * else of the template language. With `use`, also that no placeholder would stay empty in a letter of that type. Takes
 * time in proportion to the text, whatever is in it.
 */
export function checkWording(body: string, use?: WordingUse): WordingFault[] {
  const faults: WordingFault[] = [];
  const open: Block[] = [];
  const fault = (at: number, message: string) => void faults.push({ at, line: lineOf(body, at), message });
  if (body.trim() === '') fault(0, '请填写正文');
  if (body.length > MAX_WORDING) return [{ at: MAX_WORDING, line: 1, message: `正文最多${MAX_WORDING}个字` }];
  const control = body.search(/[^\P{Cc}\n\t]/u);
  if (control >= 0) fault(control, '含有无法使用的字符，请删除后重新输入');

  let at = 0;
  let tables = 0;
  while (at < body.length && faults.length < MAX_FAULTS) {
    const start = body.indexOf('{{', at);
    const stray = body.slice(at, start < 0 ? undefined : start).indexOf('}}');
    if (stray >= 0) fault(at + stray, '多出了“}}”，占位符应写作 {{名称}}');
    if (start < 0) break;
    const end = body.indexOf('}}', start + 2);
    if (end < 0) {
      fault(start, '“{{”之后缺少“}}”');
      break;
    }
    at = end + 2;
    const inside = body.slice(start + 2, end);
    if (inside.includes('{') || inside.includes('}') || body[at] === '}' || body[start - 1] === '\\') {
      fault(start, '花括号应成对，写作 {{名称}}，前后不能再有花括号或反斜杠');
      while (body[at] === '}') at++;
    } else {
      const tag = inside.replace(/^[ \t]+|[ \t]+$/g, '');
      readTag({ at: start, tag, open, use, fault });
      if (isTable(tag)) {
        tables += 1;
        if (tables > 1 || open.length > 0 || !isAlone(body, start, at))
          fault(start, '表格应单独成行，不能放在条件中，且一份证明只能有一个');
      }
    }
  }
  const discipline = use && !looksAtDiscipline(use.ruleSet) ? body.search(DISCIPLINE) : -1;
  if (discipline >= 0) fault(discipline, UNCHECKED_DISCIPLINE);
  const unbroken = use ? body.search(UNBROKEN) : -1;
  if (unbroken >= 0) fault(unbroken, UNBROKEN_UNCHECKED);
  for (const { at: opened, helper, name } of open) {
    fault(opened, `{{#${helper} ${name}}} 之后缺少 {{/${helper}}}`);
  }
  return faults.slice(0, MAX_FAULTS);
}

interface Tag {
  at: number;
  tag: string;
  open: Block[];
  use: WordingUse | undefined;
  fault(at: number, message: string): void;
}

function readTag({ at, tag, open, use, fault }: Tag): void {
  const opening = /^#(if|unless)[ \t]+(\w+)$/.exec(tag);
  const closing = /^\/(if|unless)$/.exec(tag);
  const innermost = open.at(-1);
  if (opening) {
    const name = opening[2] ?? '';
    if (!isPlaceholder(name)) fault(at, `没有“${name}”这个占位符，请从列表中选择`);
    if (open.length >= MAX_DEPTH) fault(at, `条件最多嵌套${MAX_DEPTH}层`);
    open.push({ at, helper: opening[1] === 'if' ? 'if' : 'unless', name, isInverse: false });
  } else if (closing) {
    if (innermost?.helper === closing[1]) open.pop();
    else fault(at, `{{${tag}}} 没有与之对应的 {{#${closing[1]} …}}`);
  } else if (tag === 'else') {
    if (!innermost || innermost.isInverse) fault(at, '{{else}} 只能在 {{#if …}} 与 {{/if}} 之间出现一次');
    else innermost.isInverse = true;
  } else if (!isPlaceholder(tag)) {
    fault(at, /^\w+$/.test(tag) ? `没有“${tag}”这个占位符，请从列表中选择` : `不支持 {{${cut(tag)}}}，${SUPPORTED}`);
  } else if (use && !isAlwaysFilled(tag, use) && !open.some((block) => guards(block, tag, use))) {
    fault(at, emptyPlace(tag, use));
  }
}

const SUPPORTED = '只能使用列表中的占位符和 {{#if …}}、{{#unless …}}、{{else}}';
const cut = (tag: string) => (tag.length > 20 ? `${tag.slice(0, 20)}…` : tag);

/** Whether inside this condition the placeholder has a value. */
function guards({ helper, name, isInverse }: Block, wanted: keyof typeof PLACEHOLDERS, use: WordingUse): boolean {
  if (!isPlaceholder(name)) return true;
  const isThere = (helper === 'if') !== isInverse;
  const [given, needed]: [Filled, Filled] = [PLACEHOLDERS[name].filled, PLACEHOLDERS[wanted].filled];
  if (isThere) return name === wanted || (given === needed && needed !== 'optional');
  // A letter for both is about a firm or about a lawyer: what is not the one is the other.
  return use.audience === 'both' && given !== needed && [given, needed].every((f) => f === 'firm' || f === 'self');
}

function emptyPlace(name: keyof typeof PLACEHOLDERS, use: WordingUse): string {
  const { label } = PLACEHOLDERS[name];
  const filled: Filled = PLACEHOLDERS[name].filled;
  if (filled === 'optional') return `“${label}”可以不填，请把整句写在 {{#if ${name}}} 与 {{/if}} 之间`;
  if (use.audience === 'both' && (filled === 'firm' || filled === 'self')) {
    return `“${label}”只有一类申请人有，请写在 {{#if ${name}}} 与 {{/if}} 之间`;
  }
  return `本证明没有“${label}”这一项，此处会是空白`;
}

/** Whether nothing else stands on the line of what lies between these positions. */
function isAlone(body: string, start: number, end: number): boolean {
  const before = body.slice(body.lastIndexOf('\n', start) + 1, start);
  const next = body.indexOf('\n', end);
  return before.trim() === '' && body.slice(end, next < 0 ? undefined : next).trim() === '';
}

function lineOf(body: string, at: number): number {
  return body.slice(0, at).split('\n').length;
}
