import { numberOf } from './plain-words.ts';

/**
 * Of whom a sentence speaks: the firm, its branches, all its lawyers, whoever heads it, those whom the letter is about. Who
 * is called by name or number is looked for beside it (denied-members.ts).
 */
export type ToldOf = 'firm' | 'branches' | 'lawyers' | 'head' | 'subjects';

const FIRM = '(?:(?:该|本|我们?|咱们?|贵|敝)(?:律?所|(?:律师)?事务所|单位|机构)|律师事务所|律所)(?:\\([^)]{0,80}\\))?';
/** What stands between the firm and its lawyers when all are meant; 12名 alone may be some of them. */
const ALL =
  '(?:的|内|共有|共|拥有|所属|下属|旗下|全体|全部|所有|任何|每一?[名位]|各|现有|现任|现|目前|在册|在职|注册|登记|执业|从业|工作|管理|行政|聘用|及|和|与|以及|、|连同|' +
  '自|从|起|至今|迄今|以来|成立|最近|近|过去|\\d{4}年(?:度|\\d{1,2}月(?:\\d{1,2}日)?)?|[一二两三四五六七八九十\\d]{1,3}个?年(?:来|内|间)?|,|' +
  '其|(?:该|本|我)所|合伙人|主任|负责人|包括|含|\\(|(?:全体|全部|所有|现有|共有|共|有)\\d+余?[名位个]){0,40}';
const LAWYER =
  '(?:(?<=全体|所有|全部|该所|本所|我所|执业)律师(?=行业处分|行业惩戒)|律师(?!事务所|协会|行业|法|执业许可|执业机构|业|服务|费))';
const PEOPLE = `(?:${LAWYER}|人员|员工|职工|成员|同仁)`;
/** 律师林知远 is one of them. */
const NO_NAME =
  '(?=$|们|[,、;:。)(]|\\d|均|都|皆|全部|全都|一|无|从未|从来|从业|自|至|今|迄|在|近|未|没|不|及|和|与|以|的|受|被|遭|因|共|执业|任职|中|队伍|人数|' +
  '人员|有|零|作出|做出|[两二三四五六七八九十]|诚信|诚实|遵守|遵纪|依法|规范|恪守|严格|认真|勤勉|表现|均能|能够|一贯|历年|整体|总体|' +
  '去年|前年|本年|上年|上一年|曾|亦|也|同|连续|最近|过去|截)';
const ALL_LAWYERS = new RegExp(
  [
    // 林知远系本所律师 speaks of him.
    `(?<!系|为|是|任|属|属于)${FIRM}${ALL}${PEOPLE}${NO_NAME}`,
    `(?:全体|全部|所有|任何|每一?[名位]|各)${ALL}${PEOPLE}`,
    // Of 林知远律师 alone it is not said.
    `(?<=^|[,:、(]|其|所内|现有|共有|执业|专职)${LAWYER}(?:们|\\(?共?\\d+余?[名位人]\\)?)?[,、]?(?:均|都|皆|全|一律|无一|从|一直|自|至今|迄今|在|近|未|没|不|无)`,
    `(?:未|没有?|不存在|无)(?:发生|出现|存在|有)?过?(?:任何|一[名位个]?)?(?:执业)?(?:${LAWYER}|人员|人|成员|员工)(?=受|被|遭|因|曾)`,
    '无一人|无人(?=受|被)|全所|全员|上下',
    "\\b(?:all|any|none|each|every|no)(?: of)?(?: (?:the|its|our|their|these|firm's|individual|practi[sc]ing|registered|current))* (?:lawyer|attorney|solicitor|employee|member|practitioner)s?\\b",
    "\\b(?:its|our|their|the firm's|whose)\\b[^.;]{0,30}\\b(?:lawyers|attorneys|solicitors|staff|personnel|employees|practitioners)\\b",
    '\\b(?:lawyers|attorneys|solicitors|staff|practitioners) (?:of|at|in|with) (?:the|this|our) (?:said )?firm\\b',
  ].join('|'),
  'u',
);
/** 该所20名律师 may be some of them, or all. */
const SO_MANY = new RegExp(
  `(?<!系|为|是|任|属|属于)${FIRM}的?(\\d{1,4}|[一二两三四五六七八九十]{1,3})[名位个](?:在册|注册|登记|专职|执业)*${PEOPLE}${NO_NAME}`,
  'u',
);
/** Somebody, whoever that is. */
const SOMEBODY = new RegExp(
  `${PEOPLE}|合伙人|主任|负责人|\\b(?:lawyer|attorney|solicitor|partner|counsel|associate|staff|employee|director|who|he|she)s?\\b`,
  'u',
);
const SUBJECTS =
  /(?:该|本|上述|以上|前述)(?:\d+[名位])?律师(?!事务所|协会)|本人|该员|此人|\b(?:he|she|the (?:said |above )?(?:lawyer|attorney))\b/u;
/** Whoever heads a firm is a partner of it, too. */
const HEAD =
  /(?<!部门|项目|支部|业务|团队|小组|分所|委员会|副)(?:主任|负责人)|合伙人|\b(?:managing partner|partners?|head of the firm)\b/u;
const BRANCH = /分所|分支机构|办事处|\bbranch(?:es)?\b/u;
const AND = '(?:及其?|和|与|以及|、|连同|暨|\\(含|\\(包括|,含|,包括|包括|含)';
const FIRM_AND = new RegExp(
  `${FIRM}${AND}|${FIRM}[^,;]{0,12}同(?=全体|其)|\\bfirm\\b[^.;]{0,20}\\b(?:and|or|nor)\\b`,
  'u',
);
const FIRM_ALONE = new RegExp(`${FIRM}|\\b(?:firm|we|office)\\b`, 'u');

/**
 * Of whom words speak that end with what they deny; empty: of somebody whom they do not name as one of these; null: they name
 * nobody at all. Pure, of plain words.
 */
export function toldOf(words: string): ReadonlySet<ToldOf> | null {
  const found = new Set<ToldOf>();
  if (ALL_LAWYERS.test(words)) found.add('lawyers');
  if (SUBJECTS.test(words)) found.add('subjects');
  if (HEAD.test(words)) found.add('head');
  if (BRANCH.test(words)) found.add('branches');
  const isMore = found.size > 0;
  if (isMore ? FIRM_AND.test(words) || words.includes('全所') : !SOMEBODY.test(words) && FIRM_ALONE.test(words)) {
    found.add('firm');
  }
  return found.size === 0 && !SOMEBODY.test(words) ? null : found;
}

/** Of how many lawyers of a firm words speak that do not say which; null: of no number of them. Pure, of plain words. */
export function toldCount(words: string): number | null {
  const count = numberOf(SO_MANY.exec(words)?.[1] ?? '');
  return count > 0 ? count : null;
}

/** Whether words speak of lawyers at all, whoever they are. Pure, of plain words. */
export const speaksOfSomebody = (words: string): boolean => SOMEBODY.test(words) || /全所|全员|无一人/u.test(words);
export const speaksOfFirm = (words: string): boolean => FIRM_ALONE.test(words);
export const speaksOfBranches = (words: string): boolean => BRANCH.test(words);
