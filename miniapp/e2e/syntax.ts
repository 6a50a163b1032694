import { createRequire } from 'node:module';

/** webpack's own parser, asked whether a script is no newer than a given edition of the language. */
interface Parser {
  parse(code: string, options: { ecmaVersion: number }): unknown;
}
const require = createRequire(import.meta.url);
const parser = createRequire(require.resolve('webpack'))('acorn') as Parser;

/** What a reader of that edition (5, 2016 …) finds wrong with a script; null if nothing. */
export function syntaxFault(code: string, edition: number): string | null {
  try {
    parser.parse(code, { ecmaVersion: edition });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
