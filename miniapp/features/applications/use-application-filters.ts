import { useMemo } from 'react';
import {
  APPLICATION_STATES,
  CERTIFICATE_STANDINGS,
  type ApplicationState,
  type CertificateStanding,
} from '../../../bff/contract/certificates/enums.ts';
import { OUTCOMES, type Outcome } from '../../../bff/contract/review/enums.ts';
import { pageQuery, readQuery } from '../../addresses.ts';
import { usePageQuery } from '../../platform/address/page-query.ts';

export interface ApplicationFilters {
  /** Any part of a number, a purpose or a lawyer's name. */
  search: string;
  type: string;
  from: string;
  to: string;
  state: ApplicationState | '';
  outcome: Outcome | '';
  standing: CertificateStanding | '';
  order: 'newest' | 'oldest';
}
export const NO_FILTERS: ApplicationFilters = {
  search: '',
  type: '',
  from: '',
  to: '',
  state: '',
  outcome: '',
  standing: '',
  order: 'newest',
};

/** The filters of 我的证明. They live in the page's address, so a link sets them, and refresh and Back keep them. */
export function useApplicationFilters(): {
  filters: ApplicationFilters;
  setFilters: (filters: ApplicationFilters) => void;
} {
  const [query, write] = usePageQuery('applications');
  const filters = useMemo(() => filtersOf(readQuery(query)), [query]);
  return { filters, setFilters: (next) => write(pageQuery('applications', setOnly(next))) };
}

/** How many are set; from–to is one. */
export const countFilters = ({ from, to, order: _order, ...others }: ApplicationFilters): number =>
  [from || to, ...Object.values(others)].filter(Boolean).length;

type SetFilters = { [Name in keyof ApplicationFilters]?: Exclude<ApplicationFilters[Name], ''> };

/** Those that differ from none: what the address says, and what is asked of the server. */
export function setOnly(filters: ApplicationFilters): SetFilters {
  const pairs = Object.entries(filters) as [keyof ApplicationFilters, string][];
  return Object.fromEntries(pairs.filter(([name, value]) => value !== NO_FILTERS[name]));
}

// Somebody may have typed the address.
function filtersOf(query: Record<string, string>): ApplicationFilters {
  const { search = '', type = '', state, outcome, standing, order } = query;
  return {
    search,
    type: /^[a-z][a-z0-9-]{1,40}$/.test(type) ? type : '',
    from: dayOf(query['from']),
    to: dayOf(query['to']),
    state: keyOf(APPLICATION_STATES, state),
    outcome: keyOf(OUTCOMES, outcome),
    standing: keyOf(CERTIFICATE_STANDINGS, standing),
    order: order === 'oldest' ? 'oldest' : 'newest',
  };
}

const keyOf = <Table extends object>(table: Table, key = ''): (keyof Table & string) | '' =>
  Object.hasOwn(table, key) ? (key as keyof Table & string) : '';

const dayOf = (text = ''): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');
