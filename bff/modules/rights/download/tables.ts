import { port } from '../../../port.ts';

/** As `bff/personal-data.ts` says of each table. */
export type TableLine =
  | {
      of: 'account' | 'member' | 'application';
      by: string | readonly string[];
      leftOut?: Readonly<Record<string, string>>;
    }
  | { withheld: string }
  | 'nothing personal';

/** Table → what of a member it holds; answered by `personal-data.ts`. */
export const personalTables = port<Readonly<Record<string, TableLine>>>('personal-data.ts');
