import { Button, Input } from 'antd';
import { shanghaiYear } from '../../../bff/contract/dates.ts';
import type { HoursRequirement } from '../../../bff/contract/hours-requirements/schemas.ts';
import { requirementInWords } from '../../../bff/contract/hours-requirements/words.ts';
import { MAX_HOURS_REQUIREMENTS } from '../../../bff/contract/settings/limits.ts';

/** As they stand, in words; those that are being typed are told by their fields. */
export const requirementsInWords = (value: unknown): string =>
  (value as HoursRequirement[]).map(requirementInWords).join('；') || '未设';

/** Every part of a requirement, in the order in which it is said. */
const PARTS = [
  { name: 'from', label: '起始年度', unit: '' },
  { name: 'total', label: '应修学时', unit: '' },
  { name: 'ethics', label: '其中职业道德与执业纪律', unit: '至少' },
  { name: 'ethicsOnsite', label: '其中现场职业道德', unit: '至少' },
  { name: 'business', label: '其中业务', unit: '至少' },
  { name: 'newlySince', label: '当年此日起首次执业', unit: '月-日' },
  { name: 'newlyPercent', label: '按全年的百分比', unit: '' },
  { name: 'government', label: '公职律师应修', unit: '不填则相同' },
  { name: 'company', label: '公司律师应修', unit: '不填则相同' },
  { name: 'legalAid', label: '法援律师应修', unit: '不填则相同' },
] as const satisfies { name: keyof HoursRequirement; label: string; unit: string }[];
const MAY_BE_EMPTY: readonly string[] = ['government', 'company', 'legalAid'];

interface HoursRequirementsInputProps {
  id?: string;
  value?: HoursRequirement[];
  onChange?(requirements: HoursRequirement[]): void;
}

/** 年度学时要求, one below the other. */
export function HoursRequirementsInput({ id, value = [], onChange }: HoursRequirementsInputProps) {
  const put = (at: number, part: Partial<HoursRequirement>) =>
    onChange?.(value.map((one, place) => (place === at ? { ...one, ...part } : one)));
  // The server judges what is typed, and names what is no number.
  const typed = (name: string, text: string) => (text === '' && MAY_BE_EMPTY.includes(name) ? null : text) as never;
  return (
    <div id={id} className="batch">
      {value.map((requirement, at) => (
        <fieldset key={at} className="requirement">
          <legend className="quiet">第{at + 1}条</legend>
          {PARTS.map(({ name, label, unit }) => (
            <label key={name}>
              <span>
                {label} {unit && <small className="quiet">{unit}</small>}
              </span>
              <Input
                inputMode={name === 'newlySince' ? 'text' : 'numeric'}
                aria-label={`第${at + 1}条${label}`}
                value={requirement[name] ?? ''}
                onChange={({ target }) => put(at, { [name]: typed(name, target.value) })}
              />
            </label>
          ))}
          <Button
            type="link"
            danger
            className="requirement-end"
            onClick={() => onChange?.(value.filter((_, place) => place !== at))}
          >
            删除第{at + 1}条
          </Button>
        </fieldset>
      ))}
      {value.length < MAX_HOURS_REQUIREMENTS && (
        <Button onClick={() => onChange?.([...value, anew(value)])}>添加年度学时要求</Button>
      )}
    </div>
  );
}

/** What the next one begins with: the last one, a year later. */
function anew(value: readonly HoursRequirement[]): HoursRequirement {
  const last = value.at(-1);
  if (last) return { ...last, from: Number(last.from) + 1 };
  return {
    from: shanghaiYear(Date.now()) + 1,
    total: 40,
    ethics: 12,
    ethicsOnsite: 0,
    business: 0,
    newlySince: '',
    newlyPercent: 100,
    government: null,
    company: null,
    legalAid: null,
  };
}
