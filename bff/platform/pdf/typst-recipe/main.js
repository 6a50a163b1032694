/** Main side of the recipe: announces its name; the work is done in worker.js. */
module.exports = (reporter) => {
  reporter.extensionsManager.recipes.push({ name: 'typst-pdf' });
};
