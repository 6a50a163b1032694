/**
 * Worker side of the jsreport recipe `typst-pdf`: template.content is Typst source, data.json reaches it as
 * sys.inputs.data, the families for rare characters that it has as sys.inputs.rare. Answers PDF/A-2b; response.meta carries `pages`, and as the template says them `sealAnchor` (<seal>),
 * `printArea` (<print-area>) and `isAccessible` (<accessible>: the template keeps the rules of PDF/UA).
 * Options: workspace (root of templates), fontPaths.
 */
const { createHash } = require('node:crypto');
const { join } = require('node:path');
const { setImmediate: nextTurn } = require('node:timers/promises');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

module.exports = (reporter, { options }) => {
  const compilerWith = (fontPaths) => {
    const compiler = NodeCompiler.create({ workspace: options.workspace, fontArgs: [{ fontPaths }] });
    return { compiler, sources: new Map() };
  };
  const usual = compilerWith(options.fontPaths);
  // Made for the first text with a rare character: its fonts would cost every worker their memory.
  let rare = null;

  // Nothing a user wrote runs here (engine `none`, no helpers), so the VM context that jsreport makes for each
  // rendering would only cost: a fifth of a page.
  reporter.runInSandbox = ({ context, executionFn }) =>
    executionFn({ require, console, topLevelFunctions: {}, context: { ...context, __sandboxId: 'none' } });

  // Its own log would be sent to the main thread to be thrown away; failures reach us as errors.
  for (const level of ['debug', 'info', 'warn', 'error']) reporter.logger[level] = () => {};

  // Nor is anybody told which steps a rendering took: for each it would wake the main thread and be woken by it.
  const { executeMainAction } = reporter;
  reporter.executeMainAction = async (name, ...rest) =>
    name === 'profile' ? undefined : executeMainAction.call(reporter, name, ...rest);

  /**
   * Each version of a template is a file of its own. Handing changing text to the same file (mainFileContent does)
   * makes the compiler patch its old source, and it aborts the whole process when the patch cuts a character in two.
   */
  function sourceFile({ compiler, sources }, template) {
    const key = template.name + '\0' + template.content;
    let path = sources.get(key);
    if (!path) {
      const version = createHash('sha256').update(template.content).digest('hex').slice(0, 16);
      path = join(options.workspace, template.name, `.${version}.typ`);
      compiler.mapShadow(path, Buffer.from(template.content));
      sources.set(key, path);
    }
    return path;
  }

  function failure(diagnostics) {
    return reporter.createError('the template cannot be printed', { statusCode: 400, weak: true, diagnostics });
  }

  function compile(printer, template, { json, rareFonts }) {
    const { compiler } = printer;
    const inputs = { data: json, rare: JSON.stringify(rareFonts?.families ?? []) };
    const result = compiler.compile({ mainFilePath: sourceFile(printer, template), inputs });
    const error = result.takeError();
    if (error) throw failure(compiler.fetchDiagnostics(error).map(describe));
    // Every warning (an unknown font family above all) means that the page is not the page that was designed.
    const warnings = result.takeWarnings();
    if (warnings) throw failure(compiler.fetchDiagnostics(warnings).map(describe));
    return result.result;
  }

  function exportPdf(compiler, document, creationTime) {
    try {
      return compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: Math.floor(creationTime / 1000) });
    } catch (error) {
      // PDF/A refuses what cannot be shown: a glyph that no listed font has.
      throw failure([...new Set(error.message.match(/(?<=message: ").*?(?=", trace:)/g) ?? [error.message])]);
    }
  }

  reporter.extensionsManager.recipes.push({
    name: 'typst-pdf',
    async execute(request, response) {
      const { rareFonts, creationTime } = request.data;
      if (rareFonts) rare ??= compilerWith([...options.fontPaths, ...rareFonts.folders]);
      const printer = rareFonts ? rare : usual;
      const { compiler } = printer;
      try {
        const document = compile(printer, request.template, request.data);
        await response.output.update(exportPdf(compiler, document, creationTime));
        const [sealAnchor = null] = compiler.query(document, { selector: '<seal>', field: 'value' });
        const [printArea = null] = compiler.query(document, { selector: '<print-area>', field: 'value' });
        const isAccessible = compiler.query(document, { selector: '<accessible>', field: 'value' }).length > 0;
        Object.assign(response.meta, { pages: document.numOfPages, sealAnchor, printArea, isAccessible });
      } finally {
        // Without both, memory grows to gigabytes: the cache is global, and freed results wait for a turn of the loop.
        compiler.evictCache(0);
        await nextTurn();
      }
    },
  });
};

/** message (file:line), without the directory: diagnostics may be stored beside an application. */
function describe({ message, path, range }) {
  const line = range ? `:${range.start.line + 1}` : '';
  return `${message} (${path.split('/').slice(-2, -1)}${line})`;
}
