import type { UserConfigExport } from '@tarojs/cli';

/** What differs in a release: nothing is logged but faults, and no runtime is inlined (strict CSP). */
const production: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
  mini: {},
  h5: {},
};
export default production;
