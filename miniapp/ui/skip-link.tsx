export { SkipLink } from './skip-link.h5.tsx';
