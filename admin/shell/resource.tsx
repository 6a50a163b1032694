import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import type { Endpoint } from '../../bff/contract/endpoint.ts';
import type { WaitingKey } from '../../bff/contract/operations/enums.ts';
import { PAGES, type PageName } from '../addresses.ts';
import type { SubjectPart } from '../subjects/parts.tsx';
import { Guard } from './Guard.tsx';
import type { HomePart } from './home-parts.tsx';

/** What a folder of resources/ exports; App lists them, and the menu is built from them. */
export interface Resource {
  pages: readonly RouteObject[];
  menu?: readonly MenuEntry[];
  /** What it adds to the page of a firm or lawyer. */
  subjectParts?: readonly SubjectPart[];
  /** What it adds to the 工作台. */
  homeParts?: readonly HomePart[];
}

/** The groups of the menu, in order. */
export const MENU_GROUPS = {
  certificates: '证明',
  members: '会员',
  services: '服务',
  finance: '财务',
  system: '系统',
} as const;
export type MenuGroup = keyof typeof MENU_GROUPS;

export interface MenuEntry {
  /** Absent: above the groups. */
  group?: MenuGroup;
  /** Address below /admin, with the filters it stands for. */
  to: string;
  label: string;
  icon: ReactNode;
  /** The endpoint whose access decides who sees the entry. */
  endpoint: Pick<Endpoint, 'access'>;
  /** What waits there, added up beside the label. */
  waiting?: readonly WaitingKey[];
}

/** A page, loaded when it is first opened, behind the endpoint it needs. */
export function page(
  name: PageName,
  endpoint: Pick<Endpoint, 'access'>,
  load: () => Promise<() => React.ReactElement>,
): RouteObject {
  return {
    path: PAGES[name],
    lazy: async () => {
      const Content = await load();
      return {
        element: (
          <Guard endpoint={endpoint}>
            <Content />
          </Guard>
        ),
      };
    },
  };
}
