import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The server that `npm start` runs; only the development proxy uses it. */
const DEVELOPMENT_SERVER = 'http://127.0.0.1:3000';

export default defineConfig({
  root: at('admin'),
  base: '/admin/',
  cacheDir: at('.cache/vite-admin'),
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: 5174,
    proxy: {
      '/api': {
        target: DEVELOPMENT_SERVER,
        // The server refuses foreign origins; in development the page comes from this one.
        configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('origin', DEVELOPMENT_SERVER)),
      },
    },
  },
  build: {
    outDir: at('dist/admin'),
    emptyOutDir: true,
    target: 'es2020',
    // antd alone is one file that staff load once and keep; splitting it by page made every page slower.
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rollupOptions: {
      onwarn(warning, warn) {
        // 'use client' concerns React servers; there is none here.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      output: {
        manualChunks(id) {
          // Helpers that everything needs go with what loads first, or the two chunks would wait for each other.
          if (
            /commonjsHelpers|vite\/|node_modules\/(react|react-dom|scheduler|react-router|cookie|@tanstack)\//.test(id)
          ) {
            return 'react';
          }
          if (/node_modules\/(antd|@ant-design|@rc-component|dayjs)\//.test(id)) return 'antd';
          if (/\/admin\/(ui|providers)\/(?!pdf-)/.test(id)) return 'ui';
          return undefined;
        },
      },
    },
  },
});
