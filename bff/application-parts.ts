import { applicationParts } from './modules/certificates/applying/application-parts.ts';
import { readPaperProgress } from './modules/papers/orders/show-paper.ts';

/** What the page of an application shows of modules above. */
applicationParts.connect({ paper: readPaperProgress });
