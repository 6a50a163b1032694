import { importables } from './modules/imports/importable.ts';
import { firmSheet } from './modules/registry/sheets/firm-sheet.ts';
import { lawyerSheet } from './modules/registry/sheets/lawyer-sheet.ts';
import { disciplineSheet } from './modules/registry/sheets/discipline-sheet.ts';
import { appointmentSheet, periodSheet } from './modules/registry/sheets/office-sheets.ts';
import { assessmentSheet, duesSheet, hoursSheet } from './modules/registry/sheets/record-sheets.ts';

/** What staff may bring in as Excel: kind of sheet → columns, and the acts that find, create and update. */
importables.connect({
  firms: firmSheet,
  lawyers: lawyerSheet,
  assessments: assessmentSheet,
  dues: duesSheet,
  hours: hoursSheet,
  discipline: disciplineSheet,
  appointments: appointmentSheet,
  periods: periodSheet,
});
