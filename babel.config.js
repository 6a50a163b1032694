/** Babel of the member client (Taro); the server, the admin client and the tests don't use it. */

// Who verifies a certificate brings whatever telephone there is: iOS 12 (2018), and the web view that Android 7 came with.
// Functions they lack are in miniapp/static/old-browsers.js.
const OLD_BROWSERS = { ios: '12', chrome: '51' };

/** What an endpoint says of itself is for the API's own document: no member downloads hundreds of sentences for it. */
const withoutSummaries = ({ types: t }) => ({
  visitor: {
    CallExpression({ node: { callee, arguments: args } }) {
      const isEndpoint = t.isCallExpression(callee) && t.isIdentifier(callee.callee, { name: 'endpoint' });
      const [declaration] = args;
      if (!isEndpoint || !t.isObjectExpression(declaration)) return;
      declaration.properties = declaration.properties.filter(({ key }) => !t.isIdentifier(key, { name: 'summary' }));
    },
  },
});

export default {
  plugins: [withoutSummaries],
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        hot: false,
        ...(process.env.TARO_ENV === 'h5' && { targets: OLD_BROWSERS }),
      },
    ],
  ],
  // Its files are CommonJS: what is put in for old telephones must be asked for in the same way.
  overrides: [{ test: /[\\/]node_modules[\\/]qrcode[\\/]/, sourceType: 'unambiguous' }],
};
