/**
 * The first lines of every command that people type (npm start, npm test, node scripts/build.mjs). They run on whatever
 * Node is installed, so this file is written in the language of 2020: an old Node must get as far as the sentence below.
 */

/** The oldest Node that the set-up runs on: it fetches the pinned one, which runs everything else. */
var OLDEST_MAJOR = 20;

/**
 * Loads a command and runs its `main`, on a Node that can. Whatever goes wrong ends as a sentence, never as a stack.
 * @param {() => Promise<{ main: (args: string[]) => unknown }>} load
 * @returns {Promise<void>}
 */
export function launch(load) {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_MAJOR) {
    console.error(
      '需要 Node ' +
        OLDEST_MAJOR +
        ' 或更新的版本，现在是 ' +
        process.version +
        '：请从 nodejs.org 安装 Node 24 后再试。',
    );
    process.exitCode = 1;
    return Promise.resolve();
  }
  return load()
    .then(function (command) {
      return command.main(process.argv.slice(2));
    })
    .catch(function (error) {
      return import('./faults.mjs').then(function (faults) {
        console.error(faults.inWords(error));
        process.exitCode = 1;
      });
    });
}
