export { usePlatformCard } from './page-card.h5.ts';
