import { createRunner } from 'jest-light-runner';

const LightRunner = createRunner({ runtime: 'child_process' });

/**
 * Runs test files as plain ES modules, one module graph for all files of a worker: what a VM and a graph per file cost is
 * paid once. Each worker is a process, also with `-w 1`: left to itself the runner would then use Jest's own, in which
 * two projects would share their settings and state.
 */
export default class extends LightRunner {
  constructor(globalConfig, ...others) {
    const config = { ...globalConfig, maxWorkers: 2 };
    super(config, ...others);
    // Read again when the workers are started.
    config.maxWorkers = globalConfig.maxWorkers;
  }
}
