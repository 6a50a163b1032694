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
    rolldownOptions: {
      // 签到台 is a page of its own: small, and kept on the device.
      input: { main: at('admin/index.html'), door: at('admin/door.html') },
      output: {
        codeSplitting: {
          // What a group needs is taken along by the first that asks: what loads first asks first.
          groups: [
            // What 签到台 has in common with the rest must not bring antd along.
            {
              name: 'shared',
              test: /\/bff\/contract\/(dates|text|endpoint)\.ts$|\/admin\/tokens\.ts$|react\/(cjs\/react-)?jsx-runtime/,
              priority: 4,
            },
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|react-router|cookie|@tanstack)\//,
              priority: 3,
            },
            { name: 'antd', test: /node_modules\/(antd|@ant-design|@rc-component|dayjs)\//, priority: 2 },
            { name: 'ui', test: /\/admin\/(ui|providers)\/(?!pdf-)/, priority: 1 },
          ],
        },
      },
    },
  },
});
