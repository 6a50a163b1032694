import TestSequencer from '@jest/test-sequencer';

/** For tests of the tests: files in the order of their names in TEST_ORDER. */
export default class InOrder extends TestSequencer {
  sort(tests) {
    const names = process.env.TEST_ORDER.split(',');
    const place = ({ path }) => names.findIndex((name) => path.endsWith(`/${name}.test.ts`));
    return tests.toSorted((a, b) => place(a) - place(b));
  }
}
