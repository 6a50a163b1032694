import { addMonths } from '../../../contract/dates.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { documentWords, type DocumentKind } from '../../../contract/profile-fields/policy.ts';
import { EDUCATION_ORDER } from '../../../contract/profile/derived.ts';
import { codesOf, doubt, fault, textOf, type Finding, type Rule } from './finding.ts';

/** 毕业日期 before the 18th birthday is a slip; 入学日期 before the 12th is one by its bound. */
export const educationAge: Rule = ({ rows, birthOn }) =>
  rows.flatMap(({ id, values }) => {
    const ended = textOf(values, 'endedOn');
    if (birthOn === null || ended === '' || ended >= addMonths(birthOn, 18 * 12)) return [];
    return [fault(`${id}.endedOn`, '毕业日期不能早于满18周岁之日，请核对年份')];
  });

/** At most one education may be 在读. */
export const oneOngoing: Rule = ({ rows }) =>
  rows
    .filter(({ values }) => values['ongoing'] === true)
    .slice(1)
    .map(({ id }) => fault(`${id}.ongoing`, '在读只能有一条，请修改另一条'));

/** 最高学历 counts what is finished: somebody who is still reading for a higher one is asked when it ends. */
export const highestUnfinished: Rule = ({ rows }) => {
  const rankOf = ({ values }: Row) => EDUCATION_ORDER.indexOf(textOf(values, 'level'));
  const finished = rows.filter((row) => row.values['ongoing'] !== true && rankOf(row) >= 0).map(rankOf);
  const best = finished.length === 0 ? Infinity : Math.min(...finished);
  return rows
    .filter((row) => row.values['ongoing'] === true && rankOf(row) >= 0 && rankOf(row) < best)
    .map(({ id }) => doubt(`${id}.level`, '最高学历尚未毕业，登记表按已毕业的学历填写，请核对'));
};

/** Education 境外 must not name 中国 as its country (a fault); without a number of 留服 it is in doubt. */
export const overseasInChina: Rule = ({ rows }) =>
  rows.flatMap(({ id, variant, values }): Finding[] => {
    if (variant !== 'overseas') return [];
    if (textOf(values, 'country') === 'CN') return [fault(`${id}.country`, '在中国境内的教育经历请改用“境内”')];
    return textOf(values, 'cscseNo') === ''
      ? [doubt(`${id}.cscseNo`, '境外学历未填留服认证书编号，登记表印作“未认证”')]
      : [];
  });

/** Check digit of ISBN-10 and ISBN-13 (ISO 2108). */
export const isbnDigit: Rule = ({ rows }) =>
  rows.flatMap(({ id, values }) => {
    const isbn = textOf(values, 'isbn');
    return isbn === '' || isIsbn(isbn) ? [] : [fault(`${id}.isbn`, 'ISBN 校验位不正确，请核对13位或10位编号')];
  });

export function isIsbn(number: string): boolean {
  const digits = [...number].map((one) => (one === 'X' ? 10 : Number(one)));
  if (number.length === 10) return digits.reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11 === 0;
  return number.length === 13 && digits.reduce((sum, digit, index) => sum + digit * (index % 2 ? 3 : 1), 0) % 10 === 0;
}

/** 证明材料 that the office demands of every profile, and those that have expired. */
export const requiredDocuments: Rule = ({ rows, today, documents }) => [
  ...missingDocuments(rows, documents),
  ...rows.flatMap(({ id, values }) => {
    const until = textOf(values, 'validUntil');
    return until !== '' && until < today ? [doubt(`${id}.validUntil`, `该材料已于${until}到期，请核对或更换`)] : [];
  }),
];

function missingDocuments(rows: readonly Row[], documents: readonly DocumentKind[]): Finding[] {
  const missing = documents.filter((kind) => !rows.some(({ values }) => values['kind'] === kind));
  return missing.length === 0 ? [] : [fault('_', `请上传${missing.map(documentWords).join('、')}`)];
}

/** The lawyer has to say that 家庭成员 were told before their data were given. */
export const toldRelative: Rule = ({ rows }) =>
  rows
    .filter(({ values }) => values['told'] !== true)
    .map(({ id }) => fault(`${id}.told`, '请先告知家庭成员，再勾选“已告知家庭成员”'));

/** Spouses, parents and children of judges and procurators (法官法第二十四条, 检察官法第二十五条). */
export const relativeInJudiciary: Rule = ({ rows }) =>
  rows.flatMap(({ id, values }) => {
    const isNear = ['spouse', 'father', 'mother', 'son', 'daughter'].includes(textOf(values, 'relation'));
    const isOf = /法院|检察院/.test(textOf(values, 'organ'));
    return values['inJudiciary'] === true && isNear && isOf
      ? [doubt(`${id}.inJudiciary`, '配偶、父母、子女在法院或检察院任职，涉及任职回避，请核对')]
      : [];
  });

/** The level 乡镇 fits deputies of people's and party congresses only: nothing else that is asked for exists there. */
export const townshipLevel: Rule = ({ rows }) =>
  rows.flatMap(({ id, values }) =>
    values['level'] === 'township' && !['deputy', 'party_delegate'].includes(textOf(values, 'role'))
      ? [fault(`${id}.level`, '乡镇只适用于人大代表和党代表，请重新选择层级')]
      : [],
  );

type Scale = { holds: (score: string) => boolean; words: string };
const between = (min: number, max: number, step: number) => (score: string) =>
  /^\d+(?:\.\d)?$/.test(score) &&
  Number(score) >= min &&
  Number(score) <= max &&
  (Number(score) * 10) % (step * 10) === 0;
const COLLEGE: Scale = { holds: between(220, 710, 1), words: '应为220至710之间的整数' };
const CLASSES = ['一级甲等', '一级乙等', '二级甲等', '二级乙等', '三级甲等', '三级乙等'];
/** The scale of an exam; others are free. */
const SCALES: Readonly<Record<string, Scale>> = {
  ielts: { holds: between(0, 9, 0.5), words: '应为0至9之间、以0.5为间隔，例如 6.5' },
  toefl: { holds: between(0, 120, 1), words: '应为0至120之间的整数' },
  cet4: COLLEGE,
  cet6: COLLEGE,
  psc: { holds: (score) => CLASSES.includes(score), words: `应为${CLASSES.join('、')}之一` },
};
const EXAMS: Readonly<Record<string, string>> = {
  ielts: '雅思',
  toefl: '托福',
  cet4: 'CET-4',
  cet6: 'CET-6',
  psc: '普通话',
};

export const examScore: Rule = ({ rows }) =>
  rows.flatMap(({ id, values }) => {
    const exam = textOf(values, 'exam');
    const score = textOf(values, 'score');
    const scale = Object.hasOwn(SCALES, exam) ? SCALES[exam] : undefined;
    return !scale || score === '' || scale.holds(score)
      ? []
      : [fault(`${id}.score`, `${EXAMS[exam]}成绩${scale.words}`)];
  });

/** 转正日期 lies a year after 入党日期 at the earliest, because probation lasts a year (党章第七条). */
export const fullMember: Rule = ({ rows, values: beside }) =>
  rows.flatMap(({ values }) => {
    const [joined, full] = [textOf(values, 'joinedOn'), textOf(values, 'fullOn')];
    const isShort = joined !== '' && full !== '' && full < addMonths(joined, 12);
    return isShort && codesOf(beside, 'politicalStatus').includes('01')
      ? [doubt('self.fullOn', '预备期一般为一年，转正时间距入党时间不满一年，请核对')]
      : [];
  });
