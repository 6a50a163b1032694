export { Filings } from './filings.h5.tsx';
