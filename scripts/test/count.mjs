import { existsSync, readFileSync } from 'node:fs';

/**
 * Tests passed and failed according to jest's JSON. A file that could not be run counts as one failure, and so does a
 * run that left no results.
 * @param {string} file
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const results = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
  };
}
