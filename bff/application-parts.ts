import { applicationParts } from './modules/certificates/applying/application-parts.ts';
import { readOwed, readPaperProgress } from './modules/papers/orders/show-paper.ts';

/** What the page of an application shows, and its member is told, of modules above. */
applicationParts.connect({ paper: readPaperProgress, owed: readOwed });
