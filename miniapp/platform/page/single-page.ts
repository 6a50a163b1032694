export { isSinglePage } from './single-page.h5.ts';
