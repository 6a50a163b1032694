import type { UserConfigExport } from '@tarojs/cli';

/** What differs while developing: one source map per file, and the API of a server started beside it. */
const development: UserConfigExport<'webpack5'> = {
  logger: { quiet: false, stats: true },
  mini: {},
  h5: {
    devServer: {
      host: '127.0.0.1',
      port: 10086,
      open: false,
      proxy: [{ context: ['/api'], target: process.env.API_ORIGIN ?? 'http://127.0.0.1:3000' }],
    },
  },
};
export default development;
