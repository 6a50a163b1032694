import { PAGES as OURS } from '../../../miniapp/addresses.ts';

/** Pages of the published mini-program: WeChat knows no others, and names them without the stroke at the beginning. */
export const PAGES: string[] = Object.values(OURS).map((page) => page.slice(1));
