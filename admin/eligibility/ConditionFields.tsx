import { Input, Select } from 'antd';
import { shanghaiYear } from '../../bff/contract/dates.ts';
import type { AtomName, ConditionOf } from '../../bff/contract/eligibility/conditions.ts';
import { MOVING_YEARS, yearInWords, type ConditionYear } from '../../bff/contract/eligibility/enums.ts';
import type { Condition } from '../../bff/contract/eligibility/schemas.ts';
import { HOURS_KINDS, type HoursKind } from '../../bff/contract/records/enums.ts';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../../bff/contract/registry/enums.ts';
import { WholeInput } from '../ui/form/WholeInput.tsx';
import { AttendedFields } from './AttendedFields.tsx';
import { FirmsChoice } from './FirmsChoice.tsx';
import { ListFields } from './ListFields.tsx';

interface FieldsProps<Name extends AtomName> {
  condition: ConditionOf<Name>;
  onChange(condition: ConditionOf<Name>): void;
}

/** The parameters of one condition. */
export function ConditionFields({ condition, onChange }: { condition: Condition; onChange(to: Condition): void }) {
  switch (condition.atom) {
    case 'category':
      return (
        <Keys
          table={LAWYER_CATEGORIES}
          label="执业类别"
          value={condition.in}
          onChange={(keys) => onChange({ ...condition, in: keys })}
        />
      );
    case 'firmKind':
      return (
        <Keys
          table={FIRM_KINDS}
          label="机构类型"
          value={condition.in}
          onChange={(keys) => onChange({ ...condition, in: keys })}
        />
      );
    case 'firm':
      return <Firms condition={condition} onChange={onChange} />;
    case 'district':
      return (
        <Select<string[]>
          mode="tags"
          aria-label="区县"
          className="condition-wide"
          placeholder="输入区县全称后按回车，如“南海区”；可填多个"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', ' ']}
          value={condition.in}
          onChange={(districts) => onChange({ ...condition, in: districts })}
        />
      );
    case 'list':
      return <ListFields value={condition.lawyerIds} onChange={(lawyerIds) => onChange({ ...condition, lawyerIds })} />;
    case 'attended':
      return <AttendedFields condition={condition} onChange={onChange} />;
    case 'practice':
      return <Practice condition={condition} onChange={onChange} />;
    case 'appointment':
      return <Appointment condition={condition} onChange={onChange} />;
    case 'dues':
      return <Year value={condition.settled} onChange={(settled) => onChange({ ...condition, settled })} />;
    case 'assessment':
      return <Year value={condition.done} onChange={(done) => onChange({ ...condition, done })} />;
    case 'hours':
      return <Hours condition={condition} onChange={onChange} />;
    case 'noShow':
      return (
        <Whole
          label="爽约少于（次）"
          before="12个月内少于"
          after="次"
          value={condition.fewerThan}
          onChange={(fewerThan) => onChange({ ...condition, fewerThan: fewerThan as number })}
        />
      );
    case 'discipline':
      return <span className="quiet">没有已生效的行业处分；调查中、复查中、已撤案的不计</span>;
  }
}

function Keys<Key extends string>(props: {
  table: Record<Key, string>;
  label: string;
  value: Key[];
  onChange(keys: Key[]): void;
}) {
  const { table, label, value, onChange } = props;
  const options = (Object.keys(table) as Key[]).map((key) => ({ value: key, label: table[key] }));
  return (
    <Select<Key[]>
      mode="multiple"
      aria-label={label}
      className="condition-wide"
      placeholder="可选多项，符合任何一项即可"
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}

/** Within a list of firms, or everybody but them. */
function Firms({ condition, onChange }: FieldsProps<'firm'>) {
  const isWithin = condition.notIn === undefined;
  const ids = condition.in ?? condition.notIn ?? [];
  const say = (within: boolean, firms: number[]) =>
    onChange(within ? { atom: 'firm', in: firms } : { atom: 'firm', notIn: firms });
  return (
    <>
      <Select
        aria-label="限于或除外"
        value={isWithin ? 'in' : 'notIn'}
        options={[
          { value: 'in', label: '限于' },
          { value: 'notIn', label: '除外' },
        ]}
        onChange={(next) => say(next === 'in', ids)}
      />
      <FirmsChoice value={ids} onChange={(firms) => say(isWithin, firms)} />
    </>
  );
}

function Practice({ condition, onChange }: FieldsProps<'practice'>) {
  const { minYears, maxYears, ...rest } = condition;
  return (
    <>
      <Whole
        label="执业满（年）"
        before="满"
        after="年"
        value={minYears}
        onChange={(years) => onChange({ ...rest, minYears: years, maxYears })}
      />
      <Whole
        label="执业不超过（年）"
        before="不超过"
        after="年"
        value={maxYears}
        onChange={(years) => onChange({ ...rest, minYears, maxYears: years })}
      />
      {rest.on !== undefined && <span className="quiet">计算至{rest.on}</span>}
    </>
  );
}

/** The parameters of a post; a field that is left empty stands for any. */
function Appointment({ condition, onChange }: FieldsProps<'appointment'>) {
  const say = (key: 'body' | 'position', text: string) =>
    onChange({ ...condition, [key]: text === '' ? undefined : text });
  return (
    <>
      <Input
        aria-label="任职机构"
        placeholder="任职机构，不填为任一机构"
        value={condition.body ?? ''}
        onChange={(event) => say('body', event.target.value)}
      />
      <Input
        aria-label="职务"
        placeholder="职务，不填为任一职务"
        value={condition.position ?? ''}
        onChange={(event) => say('position', event.target.value)}
      />
    </>
  );
}

function Hours({ condition, onChange }: FieldsProps<'hours'>) {
  const { year, kind, atLeast, below } = condition;
  const bound = below === undefined ? 'atLeast' : 'below';
  const say = (to: 'atLeast' | 'below', hours: number | undefined) =>
    onChange({ atom: 'hours', year, ...(kind && { kind }), [to]: hours });
  return (
    <>
      <Year value={year} onChange={(next) => onChange({ ...condition, year: next })} />
      <Select<HoursKind | ''>
        aria-label="学时类别"
        value={kind ?? ''}
        options={[
          { value: '', label: '全部类别' },
          ...(Object.keys(HOURS_KINDS) as HoursKind[]).map((key) => ({ value: key, label: HOURS_KINDS[key] })),
        ]}
        onChange={(next) => onChange({ ...condition, kind: next === '' ? undefined : next })}
      />
      <Select
        aria-label="达到或未满"
        value={bound}
        options={[
          { value: 'atLeast', label: '达到' },
          { value: 'below', label: '未满' },
        ]}
        onChange={(next: 'atLeast' | 'below') => say(next, atLeast ?? below)}
      />
      <Whole label="学时" before="" after="学时" value={atLeast ?? below} onChange={(hours) => say(bound, hours)} />
    </>
  );
}

/** Years that move, then those of which records are kept. */
function Year({ value, onChange }: { value: ConditionYear; onChange(year: ConditionYear): void }) {
  const moving = Object.keys(MOVING_YEARS) as (keyof typeof MOVING_YEARS)[];
  const named = Array.from({ length: YEARS_BACK }, (_, back) => shanghaiYear(Date.now()) - back);
  const years: ConditionYear[] = [...moving, ...named];
  const offered = years.includes(value) ? years : [...years, value];
  return (
    <Select<ConditionYear>
      aria-label="年度"
      value={value}
      options={offered.map((year) => ({ value: year, label: yearInWords(year) }))}
      onChange={onChange}
    />
  );
}
const YEARS_BACK = 6;

function Whole(props: {
  label: string;
  before: string;
  after: string;
  value: number | undefined;
  onChange(value: number | undefined): void;
}) {
  const { label, before, after, value, onChange } = props;
  return (
    <span className="condition-number">
      {before}
      <WholeInput
        aria-label={label}
        value={value ?? null}
        // What is no number is refused by the server, in words.
        onChange={(next) => onChange((next ?? undefined) as number | undefined)}
      />
      {after}
    </span>
  );
}
