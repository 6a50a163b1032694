import { addMonths } from '../../../contract/dates.ts';
import { politicalStatusDoubt, politicalStatusFault } from '../../../contract/form-reading/political-status.ts';
import { codesOf, doubt, fault, textOf, type Rule } from './finding.ts';

/** Of somebody as young or old as no lawyer is. */
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
