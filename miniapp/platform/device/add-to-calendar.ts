export { addToCalendar } from './add-to-calendar.h5.ts';
