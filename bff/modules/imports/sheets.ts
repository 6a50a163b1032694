import type { ImportKind } from '../../contract/imports/enums.ts';
import { firmSheet } from './firm-sheet.ts';
import { lawyerSheet } from './lawyer-sheet.ts';
import { assessmentSheet, duesSheet, hoursSheet } from './record-sheets.ts';
import type { SheetKind } from './sheet-kind.ts';

/** Every kind of sheet. */
export const SHEETS: Record<ImportKind, SheetKind> = {
  firms: firmSheet,
  lawyers: lawyerSheet,
  assessments: assessmentSheet,
  dues: duesSheet,
  hours: hoursSheet,
};
