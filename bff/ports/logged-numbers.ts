import { loggedNumbers } from '../modules/audit/list-audit.ts';
import { numbersOfMembers } from '../modules/certificates/applying/numbers-of-members.ts';

/** What was done to a member was done to its applications, which the log knows by their numbers. */
loggedNumbers.connect({ ofMembers: numbersOfMembers });
