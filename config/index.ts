import path from 'node:path';
import type { UserConfigExport, UserConfigFn } from '@tarojs/cli';
import { H5_ADDRESSES } from '../miniapp/addresses.ts';
import development from './dev.ts';
import production from './prod.ts';
import { WeappOutput } from './weapp-output.ts';

/**
 * Build of the member client: `taro build --type h5` → dist/h5, `--type weapp` → dist/weapp.
 * The comments name the traps of Taro 4.2 that a setting avoids (each was reproduced).
 */
const here = (name: string) => path.resolve(process.cwd(), name);
const target = process.env.TARO_ENV ?? 'h5';

/** The calls of webpack-chain that the targets need; its own types are not installed. */
interface Chain {
  cache(settings: object): unknown;
  performance: { hints(shown: boolean): unknown };
  resolve: { set(key: string, value: object): unknown };
}

/** Taro's own cache switch looks for <root>/src/app.config and so never caches with another sourceRoot. */
function cacheOnDisk(chain: Chain): void {
  chain.cache({
    type: 'filesystem',
    cacheDirectory: here('node_modules/.cache/taro'),
    name: `${process.env.NODE_ENV}-${target}`,
    buildDependencies: {
      config: [
        'config/index.ts',
        'config/dev.ts',
        'config/prod.ts',
        'config/weapp-output.ts',
        'config/weapp-styles.ts',
        'miniapp/addresses.ts',
        'babel.config.js',
        'package-lock.json',
      ].map(here),
    },
  });
}

/** `./name.ts` means name.h5.ts or name.weapp.ts where one exists; Taro does this only for imports without an extension. */
function preferPlatformFiles(chain: Chain): void {
  chain.resolve.set('extensionAlias', { '.ts': [`.${target}.ts`, '.ts'], '.tsx': [`.${target}.tsx`, '.tsx'] });
}

const cssModules = {
  enable: true,
  config: { namingPattern: 'module' as const, generateScopedName: '[folder]-[name]__[local]' },
};

/** Addresses on H5. A page with an alias is blank at its own path unless both are listed. */
const ROUTES = Object.fromEntries(
  Object.entries(H5_ADDRESSES).map(([page, addresses]) => [page, [...addresses, page]]),
);

/** What `behindTheLast` needs of a browser; this file is compiled for Node. */
interface Tag {
  parentNode: { insertBefore(added: object, before: Tag | null): void };
  nextSibling: Tag | null;
}
declare const document: { querySelectorAll(selector: string): ArrayLike<Tag> };

/**
 * Puts the styles of a page behind those that stand there, wherever that is: the server moves the program's behind the
 * first answer (bff/http/pages/serve-clients.ts), and what came into the head then would lose to them. Webpack writes its
 * text into the program: it can use nothing of this file.
 */
function behindTheLast(link: object): void {
  const sheets = document.querySelectorAll('link[rel="stylesheet"]');
  const last = sheets[sheets.length - 1];
  last?.parentNode.insertBefore(link, last.nextSibling);
}

/** Files outside sourceRoot that Babel must see: the contract shared with the server. */
const compile = { include: [here('bff/contract')] };

/** Libraries that ship newer syntax than old telephones read (babel.config.js). */
const NEWER_LIBRARIES =
  /[\\/]node_modules[\\/](@tanstack|@stencil[\\/]core|query-string|decode-uri-component|split-on-first|filter-obj|zustand|otpauth|@noble|qrcode|zxing-wasm)[\\/]/;
const compileWithLibraries = { include: [...compile.include, (file: string) => NEWER_LIBRARIES.test(file)] };

// Not `defineConfig`: it only names the type, and brings in a native binding that is for `taro create` and does not exist
// for every system.
const config: UserConfigFn<'webpack5'> = async (merge, { mode }) => {
  // Taro empties the folder first, even where its development server keeps everything in memory: a server that shows what
  // was built would lose the client.
  const output = target === 'h5' && mode === 'development' ? '.cache/h5-development' : `dist/${target}`;
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'lvzheng',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'miniapp',
    outputRoot: output,
    plugins: [],
    copy:
      target === 'h5'
        ? { patterns: [{ from: 'miniapp/static', to: `${output}/static` }], options: {} }
        : {
            patterns: [
              { from: 'miniapp/assets/share-card.png', to: 'dist/weapp/assets/share-card.png' },
              { from: 'miniapp/sitemap.json', to: 'dist/weapp/sitemap.json' },
            ],
            options: {},
          },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    alias: {
      // The modern builds keep private fields and syntax that the mini-program's engine does not know.
      '@tanstack/react-query$': here('node_modules/@tanstack/react-query/build/legacy/index.js'),
      '@tanstack/query-core$': here('node_modules/@tanstack/query-core/build/legacy/index.js'),
    },
    // The mini-program has no origin of its own, and an unreplaced process.env.X throws there.
    defineConstants: {
      API_ORIGIN: JSON.stringify(target === 'h5' ? '' : (process.env.API_ORIGIN ?? 'http://127.0.0.1:3000')),
    },
    // quote_keys: true (Taro's default on H5) corrupts private class fields of libraries.
    terser: { enable: true, config: { output: { quote_keys: false } } },
    mini: {
      compile: compileWithLibraries,
      optimizeMainPackage: { enable: true },
      webpackChain(chain, webpack) {
        // No cache on disk: the modules that packages share (sub-common) came from it as they were before a change.
        preferPlatformFiles(chain);
        chain
          .plugin('abort-controller')
          .use(webpack.ProvidePlugin, [
            { AbortController: [here('miniapp/platform/device/abort-controller.weapp.ts'), 'AbortController'] },
          ]);
        chain.plugin('weapp-output').use(WeappOutput);
      },
      // The order that matters is fixed by ui/kit-styles.ts.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    },
    h5: {
      compile: compileWithLibraries,
      publicPath: '/',
      staticDirectory: 'static',
      router: {
        mode: 'browser',
        customRoutes: ROUTES,
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
        insert: behindTheLast,
      },
      postcss: {
        // rem would be scaled to 40 px on a PC.
        pxtransform: { enable: true, config: { targetUnit: 'px' as never } },
        // Our H5 elements are plain HTML; Taro would rewrite tag names in selectors to its web components.
        htmltransform: { enable: false },
        autoprefixer: { enable: true, config: {} },
        cssModules,
      },
      webpackChain(chain) {
        cacheOnDisk(chain);
        preferPlatformFiles(chain);
        // What a page may weigh is measured against an empty one (npm run bench), not against a round number.
        chain.performance.hints(false);
        const modules = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/]${names}`);
        // Taro's default split copies 40 KB into each page.
        chain.optimization.splitChunks({
          chunks: 'all',
          hidePathInfo: true,
          minSize: 10000,
          maxInitialRequests: 8,
          maxAsyncRequests: 8,
          cacheGroups: {
            default: false,
            defaultVendors: false,
            react: { name: 'react', test: modules('(react|react-dom|scheduler)[\\\\/]'), priority: 40, chunks: 'all' },
            taro: { name: 'taro', test: modules('@tarojs[\\\\/]'), priority: 30, chunks: 'initial' },
            vendors: { name: 'vendors', test: modules(''), priority: 20, chunks: 'initial' },
            shared: { minChunks: 2, chunks: 'async', priority: 10, reuseExistingChunk: true },
          },
        });
      },
    },
  };
  return merge({}, base, mode === 'development' ? development : production);
};
export default config;
