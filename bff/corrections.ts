import { correctables } from './modules/registry/corrections/correctable.ts';
import { firmCorrections } from './modules/registry/corrections/firm-corrections.ts';
import { lawyerCorrections } from './modules/registry/corrections/lawyer-corrections.ts';

/** Kind of correction → what is registered, and the act that carries the correction out. */
correctables.connect({ firm: firmCorrections, lawyer: lawyerCorrections });
