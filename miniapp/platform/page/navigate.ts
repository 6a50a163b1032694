export { goBack, goTo, replaceWith, startAt } from './navigate.h5.ts';
