import { stylesForWechat } from './weapp-styles.ts';

/**
 * What WeChat needs of the mini-program's files and Taro does not do: templates that pass on what screen readers are told,
 * and styles that old telephones and WeChat's own compiler take.
 */

/** What the kit's elements say to screen readers (miniapp/ui/elements.weapp.tsx); Taro's templates bind none of it. */
export const ARIA = [
  'aria-role',
  'aria-label',
  'aria-checked',
  'aria-selected',
  'aria-expanded',
  'aria-disabled',
  'aria-hidden',
  'aria-invalid',
  'aria-required',
  'aria-live',
  'aria-modal',
] as const;

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const BINDINGS = ARIA.map((name) => `${name}="{{i.${camelCase(name)}}}"`).join(' ');

/** Taro's template of every element, with the attributes for screen readers bound. */
export function bindAria(templates: string): string {
  return templates.replace(/<([a-z][a-z-]*) ([^<>]*data-sid="\{\{i\.sid\}\}")/g, (whole, tag: string, rest: string) =>
    tag === 'comp' ? whole : `<${tag} ${BINDINGS} ${rest}`,
  );
}

/** The parts of webpack that are used here. */
interface Compiler {
  webpack: {
    Compilation: { PROCESS_ASSETS_STAGE_REPORT: number };
    sources: { RawSource: new (text: string) => object };
  };
  hooks: { thisCompilation: { tap(name: string, hear: (compilation: Compilation) => void): void } };
}
interface Compilation {
  hooks: { processAssets: { tap(at: { name: string; stage: number }, work: (assets: Assets) => void): void } };
  updateAsset(name: string, source: object): void;
}
type Assets = Record<string, { source(): string | Buffer }>;

/** A plugin of webpack: rewrites templates and styles when nothing else will touch them any more. */
export class WeappOutput {
  apply({ webpack, hooks }: Compiler): void {
    const name = WeappOutput.name;
    const { RawSource } = webpack.sources;
    hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        for (const [file, asset] of Object.entries(assets)) {
          const change = file.endsWith('.wxml') ? bindAria : file.endsWith('.wxss') ? stylesForWechat : undefined;
          if (change) compilation.updateAsset(file, new RawSource(change(asset.source().toString())));
        }
      });
    });
  }
}
