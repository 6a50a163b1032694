import { addDays, addMonths } from '../../../contract/dates.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { PRESENT } from '../../../contract/form-reading/words.ts';
import { doubt, textOf, type Life, type Rule } from './finding.ts';

/** A gap so long is asked about: personnel files have none (干部履历表). */
const MONTHS = 3;
/** More are not named one by one. */
const NAMED = 3;

/** Times after the first diploma of which nothing is said: no study, no work, no firm. */
export const workGap: Rule = ({ life, today }) => {
  if (!life || life.firstDiplomaOn === null) return [];
  const gaps = gapsIn(life.spans, life.firstDiplomaOn, today);
  if (gaps.length === 0) return [];
  const named = gaps.slice(0, NAMED).map(({ fromOn, untilOn }) => `${monthOf(fromOn)}至${monthOf(untilOn)}`);
  const more = gaps.length > NAMED ? `等${gaps.length}段` : '';
  return [doubt('_', `${named.join('、')}${more}没有学习、工作或执业经历，请补充；确无经历的，可添加“待业”`)];
};

const monthOf = (day: string) => day.slice(0, 7).replace('-', '.');

function gapsIn(spans: Life['spans'], since: string, today: string): { fromOn: string; untilOn: string }[] {
  const gaps: { fromOn: string; untilOn: string }[] = [];
  // The last day of which something is known.
  let known = since;
  for (const { fromOn, untilOn } of [...spans].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    if (fromOn > addMonths(known, MONTHS)) gaps.push({ fromOn: addDays(known, 1), untilOn: addDays(fromOn, -1) });
    const last = untilOn ?? today;
    if (last > known) known = last;
  }
  if (today > addMonths(known, MONTHS)) gaps.push({ fromOn: addDays(known, 1), untilOn: today });
  return gaps;
}

/** The life that is told by 教育经历, 工作经历 and the registry. */
export function lifeOf(told: { education: readonly Row[]; work: readonly Row[]; periods: Life['spans'] }): Life {
  const { education, work, periods } = told;
  const spanOf = (from: string, until: string) => (row: Row) => {
    const [fromOn, untilOn] = [textOf(row.values, from), textOf(row.values, until)];
    const isOpen = untilOn === PRESENT || row.values['ongoing'] === true;
    return fromOn === '' || (untilOn === '' && !isOpen) ? [] : [{ fromOn, untilOn: isOpen ? null : untilOn }];
  };
  const ended = education.map(({ values }) => textOf(values, 'endedOn')).filter((on) => on !== '');
  return {
    spans: [
      ...education.flatMap(spanOf('startedOn', 'endedOn')),
      ...work.flatMap(spanOf('fromOn', 'untilOn')),
      ...periods,
    ],
    firstDiplomaOn: ended.sort()[0] ?? null,
  };
}
