import { FilterOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { AddressFilters } from './use-address-filters.ts';
import { useIsPhone } from '../hooks/use-is-phone.ts';

/** Value → label; a Map where the order is not that of an object: numbers, latest first. */
type Options = Record<string, string> | ReadonlyMap<string, string>;

export type Filter<Name extends string> =
  | { kind: 'choice'; name: Name; label: string; options: Options; none?: string }
  | { kind: 'text'; name: Name; label: string }
  | { kind: 'date'; name: Name; label: string };

interface FilterBarProps<Name extends string> {
  filters: readonly Filter<Name>[];
  address: AddressFilters<Name>;
}

/** Filters of a list. Their state is the address; text is applied by Enter or 查询. On a phone they fold away. */
export function FilterBar<Name extends string>({ filters, address }: FilterBarProps<Name>) {
  const isPhone = useIsPhone();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const active = filters.filter(({ name }) => address.values[name]).length;
  const text = (name: Name) => typed[name] ?? address.values[name] ?? '';
  const search = () => {
    address.apply(typed);
    setTyped({});
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
            <DatePicker
              value={address.values[filter.name] ? dayjs(address.values[filter.name]) : null}
              aria-label={filter.label}
              onChange={(value) => address.apply({ ...typed, [filter.name]: value?.format('YYYY-MM-DD') })}
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
