import { addDays } from '../../../contract/dates.ts';
import { valueWords } from '../../../contract/form-reading/words.ts';
import type { Value } from '../../../contract/forms/language.ts';
import { sectionInForce } from '../../../contract/profile/field-settings.ts';
import { groupDigits } from '../../../contract/text.ts';
import type { FormCell } from '../../../templates/registration-form/form-data.ts';
import { basicValues, toMonth, type ApprovedProfile } from './approved-profile.ts';
import { schoolLines } from './school-lines.ts';

/** 基本情况: ten columns beside the portrait, twelve below it. */
export function basicCells(profile: ApprovedProfile): { beside: FormCell[][]; below: FormCell[][] } {
  const values = basicValues(profile);
  const fields = new Map(sectionInForce('basic', profile.fields).fields.map((field) => [field.key, field]));
  const say = (key: string, value: Value | undefined = values[key]): string => {
    const field = fields.get(key);
    return field ? valueWords(field, value) : '';
  };
  const month = (key: string) => toMonth(String(values[key] ?? ''));
  const cell = (label: string, value: string, span: number): FormCell => ({ label, value, span });
  const asked = (key: string, one: FormCell) => (fields.has(key) ? one : null);
  const other = (key: string, name: string) => (values[key] === 'other' ? say(name) : say(key));
  const schools = schoolLines(profile);
  return {
    beside: rows(10, [
      [
        cell('姓名', withLatin(say('name'), say('latinName')), 3),
        asked('formerName', cell('曾用名', say('formerName'), 2)),
        cell('性别', say('sex'), 2),
      ],
      [
        cell('出生年月', birth(values['birthOn'], profile.approvedOn), 3),
        cell('民族', say('ethnicity'), 2),
        cell('国籍/地区', say('nationality'), 2),
      ],
      [cell('籍贯', say('nativePlace'), 4), asked('birthPlace', cell('出生地', say('birthPlace'), 4))],
      [
        cell('政治面貌', joined([say('politicalStatus'), say('demPost')], '；'), 4),
        cell('加入时间', joinedParty(profile), 4),
      ],
      [cell('证件号码', profile.identity, 9)],
      [cell('执业证号', groupDigits(say('licenceNo')), 4), cell('执业类别', say('category'), 4)],
      [
        cell('首次执业', month('firstPractisedOn'), 2),
        cell('资格类别', say('qualification'), 2),
        cell('资格证号', say('qualificationNo'), 3),
      ],
    ]),
    below: rows(12, [
      [
        cell('执业机构', say('firm'), 6),
        asked('startedWorkOn', cell('参加工作', month('startedWorkOn'), 1)),
        cell('连续执业', practising(profile), 2),
      ],
      [
        cell('专兼职', say('engagement'), 2),
        cell('合伙人', joined([say('partner'), month('partnerSince') && `${month('partnerSince')}起`], '，'), 3),
        cell('所内职务', other('firmPost', 'firmPostName'), 4),
      ],
      ...(values['employer'] === undefined
        ? []
        : [[cell('所在单位', say('employer'), 6), cell('职务职级', say('employerPost'), 4)]]),
      [cell('全日制教育', schools.fullTime.level, 3), cell('院校及专业', schools.fullTime.school, 7)],
      [cell('在职教育', schools.partTime.level, 3), cell('院校及专业', schools.partTime.school, 7)],
      [cell('职称', other('title', 'titleName'), 3), cell('外语', languages(profile), 7)],
      [cell('执业范围', say('practiceAreas'), 11)],
      [asked('strengths', cell('擅长领域', say('strengths').replace(/\s*\n\s*/g, '；'), 11))],
      [
        cell('手机', say('mobile'), 3),
        asked('phone', cell('联系电话', say('phone'), 4)),
        asked('postcode', cell('邮编', say('postcode'), 2)),
      ],
      [cell('电子邮箱', say('email'), 5), asked('website', cell('个人网站', say('website'), 5))],
      [cell('通信地址', `${say('addressRegion')}${say('address')}`, 11)],
    ]),
  };
}

/**
 * Rows of so many columns without the cells of fields that are not used: their room goes to the last cell, so that the grid
 * stays whole.
 */
function rows(columns: number, all: readonly (readonly (FormCell | null)[])[]): FormCell[][] {
  return all.flatMap((row) => {
    const kept = row.filter((one) => one !== null);
    const left = columns - kept.reduce((sum, { span, labelSpan = 1 }) => sum + span + labelSpan, 0);
    return kept.length === 0
      ? []
      : [kept.map((one, at) => (at === kept.length - 1 ? { ...one, span: one.span + left } : one))];
  });
}

const withLatin = (name: string, latin: string) => (latin === '' ? name : `${name} ${latin}`);
const joined = (parts: readonly string[], by: string) => parts.filter((part) => part !== '').join(by);

/** 1985.03（41岁）, of the day of the approval. */
function birth(birthOn: Value | undefined, on: string): string {
  if (typeof birthOn !== 'string' || birthOn === '') return '';
  const years = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (on.slice(5) < birthOn.slice(5) ? 1 : 0);
  return `${toMonth(birthOn)}（${years}岁）`;
}

/** When somebody joined the party, and one of the others. */
function joinedParty(profile: ApprovedProfile): string {
  const party = profile.sections.party?.rows[0]?.values['joinedOn'];
  const democratic = basicValues(profile)['demJoinedOn'];
  return [party, democratic].flatMap((on) => (typeof on === 'string' && on !== '' ? [toMonth(on)] : [])).join('、');
}

/** 英语（熟练）、日语（一般）; a mother tongue is none. */
function languages({ sections, fields: settings }: ApprovedProfile): string {
  const { fields } = sectionInForce('languages', settings);
  const say = (key: string, value: Value | undefined) => {
    const field = fields.find((one) => one.key === key);
    return field ? valueWords(field, value) : '';
  };
  const known = (sections.languages?.rows ?? []).filter(({ values }) => values['isNative'] !== true);
  return known
    .map(({ values }) => `${say('language', values['language'])}（${say('level', values['level'])}）`)
    .join('、');
}

/** Since when without a gap, by the periods of the registry. */
function practising({ periods }: ApprovedProfile): string {
  const [latest, ...earlier] = [...periods].sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  if (!latest || latest.untilOn !== null) return '';
  let from = latest.fromOn;
  for (const { fromOn, untilOn } of earlier) {
    if (untilOn === null || addDays(untilOn, 1) < from) break;
    from = fromOn;
  }
  return `自${toMonth(from)}起`;
}
