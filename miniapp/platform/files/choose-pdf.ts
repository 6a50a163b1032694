export { choosePdf } from './choose-pdf.h5.ts';
