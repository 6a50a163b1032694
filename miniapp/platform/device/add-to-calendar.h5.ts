import { keepFile } from '../documents/keep-file.ts';
import type { AddToCalendar } from '../signatures.ts';

/** The calendar program of the device opens the file. */
export const addToCalendar: AddToCalendar = ({ title, file }) => keepFile(file, `${title}.ics`);
