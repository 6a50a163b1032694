import { addMonths } from '../../../contract/dates.ts';
import { politicalStatusDoubt, politicalStatusFault } from '../../../contract/form-reading/political-status.ts';
import { codesOf, doubt, fault, textOf, type Rule } from './finding.ts';

/** Nobody younger or older than this practises: such a birthday is a slip. */
const MIN_YEARS = 18;
const MAX_YEARS = 100;
/** At which members of the Youth League leave it, unless they hold a post in it (共青团章程第一条). */
const LEAGUE_YEARS = 28;

/** 出生日期 of a person between 18 and 100 years old. */
export const birthInNumber: Rule = ({ rows, birthOn, today }) => {
  if (birthOn === null) return [];
  const isTyped = rows.some(({ values }) => values['birthOn'] === birthOn);
  const outside = addMonths(birthOn, MIN_YEARS * 12) > today || addMonths(birthOn, MAX_YEARS * 12) < today;
  return outside && isTyped
    ? [fault('self.birthOn', `出生日期应使年龄在${MIN_YEARS}至${MAX_YEARS}周岁之间，请核对年份`)]
    : [];
};

/** An identity number that makes its holder a child is a slip of the registry's: nobody types it here. */
export const ageInNumber: Rule = ({ rows, birthOn, today }) => {
  const isTyped = rows.some(({ values }) => values['birthOn'] !== undefined);
  if (birthOn === null || isTyped || addMonths(birthOn, MIN_YEARS * 12) <= today) return [];
  return [doubt('self.birthOn', `登记的证件号码显示未满${MIN_YEARS}周岁，请核对`)];
};

/** The tenth digit of a licence number says how its holder practises (律师执业证号编码规则): 1 专职, 2 兼职. */
const ENGAGEMENT_DIGITS: Readonly<Record<string, string>> = { '1': 'full_time', '2': 'part_time' };

export const engagementInNumber: Rule = ({ rows, values: beside }) => {
  const inNumber = ENGAGEMENT_DIGITS[textOf(beside, 'licenceNo')[9] ?? ''];
  return rows.flatMap(({ values }) => {
    const said = textOf(values, 'engagement');
    return said === '' || inNumber === undefined || said === inNumber
      ? []
      : [doubt('self.engagement', '与执业证号第10位表示的专兼职不一致，请核对')];
  });
};

/** 政治面貌 is one of the 55 sets. */
export const politicalStatusSet: Rule = ({ rows, birthOn, today }) =>
  rows.flatMap(({ values }) => {
    const codes = codesOf(values, 'politicalStatus');
    const words = politicalStatusFault(codes);
    if (words !== null) return [fault('self.politicalStatus', words)];
    const found = politicalStatusDoubt(codes);
    if (found !== '') return [doubt('self.politicalStatus', found)];
    const isOld = birthOn !== null && addMonths(birthOn, LEAGUE_YEARS * 12) <= today;
    return codes.includes('03') && isOld ? [doubt('self.politicalStatus', '已满28周岁的共青团员，请核对')] : [];
  });

/** 紧急联系人: name, relation and number, all three or none. */
export const emergencyContact: Rule = ({ rows }) =>
  rows.flatMap(({ values }) => {
    const others = ['emergencyRelation', 'emergencyPhone'].some((key) => textOf(values, key) !== '');
    return others && textOf(values, 'emergencyName') === ''
      ? [fault('self.emergencyName', '请填写紧急联系人姓名，或清空其关系和电话')]
      : [];
  });

/** 家庭住址: region and line, both or none. */
export const homeAddress: Rule = ({ rows }) =>
  rows.flatMap(({ values }) => {
    const [region, line] = [textOf(values, 'homeRegion'), textOf(values, 'homeAddress')];
    if (region !== '' && line === '') return [fault('self.homeAddress', '请填写家庭住址，或清空其地区')];
    return region === '' && line !== '' ? [fault('self.homeRegion', '请选择家庭住址的地区')] : [];
  });
