import { nothing, type Row } from '../../../test/permissions/row.ts';

/** Everybody may ask for help, and is told what is missing. */
export const PERMISSIONS: Record<string, Row> = {
  requestHelpCode: { realm: 'public', answer: 422, call: nothing },
  askForHelp: { realm: 'public', answer: 422, call: nothing },
};
