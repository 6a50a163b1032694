/** For tests: a letter with options.word in it takes the printing thread down, as long as the file options.while is there. */
const { existsSync } = require('node:fs');

module.exports = (reporter, { options }) => {
  reporter.beforeRenderListeners.add('crash', (request) => {
    if (request.data.json.includes(options.word) && existsSync(options.while)) process.exit(1);
  });
};
