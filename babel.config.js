/** Babel of the member client (Taro); the server, the admin client and the tests don't use it. */
export default {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false }]],
};
