import type { ImportKind } from '../../contract/imports/enums.ts';
import { port } from '../../port.ts';
import type { SheetKind } from './sheet-kind.ts';

/** Kind of sheet → how its rows are read and written; answered by `importables.ts`. */
export const importables = port<Record<ImportKind, SheetKind>>('importables.ts');
