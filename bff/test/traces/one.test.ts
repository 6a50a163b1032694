import { looksForTracesAndLeavesThem } from './traces.ts';

// Run with its twin in one process, in both orders, by config/singletons.test.ts.
looksForTracesAndLeavesThem();
