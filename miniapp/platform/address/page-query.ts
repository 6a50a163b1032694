export { usePageQuery } from './page-query.h5.ts';
