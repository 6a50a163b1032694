import { pagesOf } from '../../../miniapp/addresses.ts';

/** Pages of the published mini-program: WeChat knows no others, and names them without the stroke at the beginning. */
export const PAGES: string[] = ['pages', 'member', 'public', 'profile', 'desk'].flatMap((root) =>
  pagesOf(root, 'weapp').map((page) => `${root}/${page}`),
);
