/** Process that fills a database with a lawyer who has filled in 信息补全, and reports a session of that lawyer. */
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import { database } from '../../../../bff/platform/db/database.ts';
import { migrate } from '../../../../bff/platform/db/migrate.ts';
import { kv } from '../../../../bff/platform/kv/kv.ts';
import { lawyerWhoHasFilledIn } from './filled-in.ts';

await database.open();
await migrate();
const { bearer } = await lawyerWhoHasFilledIn();
process.send?.(bearer);
await kv.close();
await database.close();
process.disconnect();
