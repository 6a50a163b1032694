export { CentreEntrance } from './entrance.h5.tsx';
