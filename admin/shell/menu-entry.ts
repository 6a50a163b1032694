import type { ReactNode } from 'react';
import type { Endpoint } from '../../bff/contract/endpoint.ts';

export interface MenuEntry {
  /** Address below /admin, with the filters it stands for. */
  to: string;
  label: string;
  icon: ReactNode;
  /** The endpoint whose access decides who sees the entry. */
  endpoint: Pick<Endpoint, 'access'>;
}
