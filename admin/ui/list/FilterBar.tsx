import { FilterOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { isPlainDate } from '../../../bff/contract/dates.ts';
import { PlainDateInput } from '../form/PlainDateInput.tsx';
import type { AddressFilters } from './use-address-filters.ts';
import { useIsPhone } from '../hooks/use-is-phone.ts';

/** Value → label; a Map where the order is not that of an object: numbers, latest first. */
type Options = Record<string, string> | ReadonlyMap<string, string>;

export type Filter<Name extends string> =
  | { kind: 'choice'; name: Name; label: string; options: Options; none?: string }
  | { kind: 'text'; name: Name; label: string }
  | { kind: 'date'; name: Name; label: string };

type Typed<Name extends string> = Partial<Record<Name, string>>;

interface FilterBarProps<Name extends string> {
  filters: readonly Filter<Name>[];
  address: AddressFilters<Name>;
}

/** Filters of a list. Their state is the address; text is applied by Enter or 查询. On a phone they fold away. */
export function FilterBar<Name extends string>({ filters, address }: FilterBarProps<Name>) {
  const isPhone = useIsPhone();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<Typed<Name>>({});
  const active = filters.filter(({ name }) => address.values[name]).length;
  const text = (name: Name) => typed[name] ?? address.values[name] ?? '';
  // What is no day filters by none, and stays where it was typed.
  const days = filters.filter(({ kind }) => kind === 'date').map(({ name }) => name);
  const search = () => {
    const unread = days.filter((name) => typed[name] !== undefined);
    address.apply(
      Object.fromEntries(Object.entries(typed).filter(([name]) => !unread.includes(name as Name))) as Typed<Name>,
    );
    setTyped(Object.fromEntries(unread.map((name) => [name, typed[name]])) as Typed<Name>);
  };
  const choose = (name: Name, day: string) => {
    const { [name]: _before, ...others } = typed;
    if (day === '' || isPlainDate(day)) {
      address.apply({ [name]: day || undefined } as Typed<Name>);
      setTyped(others as Typed<Name>);
    } else setTyped({ ...typed, [name]: day });
  };
  const reset = () => {
    setTyped({});
    address.clear();
  };
  const shown = isPhone && !isOpen ? filters.filter(({ kind }) => kind === 'text') : filters;
  return (
    <form
      role="search"
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      {shown.map((filter) => (
        <label key={filter.name} className={`filter filter-${filter.kind}`}>
          <span className="filter-label">{filter.label}</span>
          {filter.kind === 'text' && (
            <Input
              allowClear
              value={text(filter.name)}
              enterKeyHint="search"
              onChange={(event) => setTyped({ ...typed, [filter.name]: event.target.value })}
              onClear={() => address.apply({ [filter.name]: undefined } as Partial<Record<Name, undefined>>)}
            />
          )}
          {filter.kind === 'choice' && (
            <Select
              allowClear
              value={address.values[filter.name] ?? null}
              placeholder={filter.none ?? '全部'}
              aria-label={filter.label}
              options={entriesOf(filter.options).map(([value, label]) => ({ value, label }))}
              onChange={(value: string | null) => address.apply({ ...typed, [filter.name]: value ?? undefined })}
            />
          )}
          {filter.kind === 'date' && (
            <PlainDateInput
              aria-label={filter.label}
              value={text(filter.name)}
              onChange={(value) => choose(filter.name, value)}
            />
          )}
        </label>
      ))}
      <div className="filter-actions">
        {filters.some(({ kind }) => kind === 'text') && (
          <Button htmlType="submit" type="primary">
            查询
          </Button>
        )}
        <Button onClick={reset} disabled={active === 0 && Object.keys(typed).length === 0}>
          重置
        </Button>
        {isPhone && (
          <Button icon={<FilterOutlined aria-hidden />} onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
            {active > 0 ? `筛选 ${active}` : '筛选'}
          </Button>
        )}
      </div>
    </form>
  );
}

const entriesOf = (options: Options): [string, string][] => (isMap(options) ? [...options] : Object.entries(options));
const isMap = (options: Options): options is ReadonlyMap<string, string> => options instanceof Map;
