import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const at = (path: string) => new URL(`../../${path}`, import.meta.url).href;

/** What jsdom cannot carry out, and what stands for it. */
const DOUBLES = new Map([[at('admin/ui/pdf/pdf-document.ts'), at('admin/test/pdf-document.ts')]]);

const STYLES_AND_FILES = /\.(css|wasm)(\?url)?$/;
/** Files of packages without a list of exports, named as bundlers allow it. */
const WITHOUT_ENDING = /^(antd|dayjs)\/.+(?<!\.js)$/;

/** Lets Node import what Vite builds: markup in TypeScript, style sheets, files of packages without their ending. */
export function importAsVite(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (STYLES_AND_FILES.test(specifier))
        return { url: 'data:text/javascript,export default ""', shortCircuit: true };
      const found = next(WITHOUT_ENDING.test(specifier) ? `${specifier}.js` : specifier, context);
      return { ...found, url: DOUBLES.get(found.url) ?? found.url };
    },
    load(url, context, next) {
      if (!/\.tsx(\?|$)/.test(url)) return next(url, context);
      const { source } = next(url, { ...context, format: 'module' });
      const text = typeof source === 'string' ? source : new TextDecoder().decode(source as Uint8Array);
      return {
        format: 'module',
        source: withoutMarkup(text, fileURLToPath(url.replace(/\?.*/, ''))),
        shortCircuit: true,
      };
    },
  });
}

const withoutMarkup = (source: string, filename: string) =>
  transformSync(source, {
    swcrc: false,
    filename,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' }, useDefineForClassFields: true },
    },
    module: { type: 'es6' },
  }).code;
