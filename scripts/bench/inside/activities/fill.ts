/** Process that fills a database with years of activities and registrations. Argument: how many registrations. */
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import { database } from '../../../../bff/platform/db/database.ts';
import { migrate } from '../../../../bff/platform/db/migrate.ts';
import { seedBulkActivities } from '../../../seed/bulk/activities.ts';
import { seedBulkRegistry } from '../../../seed/bulk/registry.ts';

/** activities.md, Load: 300,000 registrations in 2,000 activities; each lawyer has as many, however many lawyers there are. */
const [EACH, EACH_LAWYER] = [150, 30];

await database.open();
await migrate();
const registrations = Number(process.argv[2]);
const registry = await seedBulkRegistry(registrations / EACH_LAWYER);
const first = await seedBulkActivities(registry, { activities: registrations / EACH, each: EACH });
process.send?.(first);
await database.close();
process.disconnect();
