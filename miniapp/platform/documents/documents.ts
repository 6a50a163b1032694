export { openDocument, saveDocument } from './documents.h5.ts';
