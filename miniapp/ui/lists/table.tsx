export { Table } from './table.h5.tsx';
