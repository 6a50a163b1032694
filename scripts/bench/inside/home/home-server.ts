/** Process that serves every endpoint of the product, as it does. Argument: port. */
import '../../../../bff/connections.ts';
import '../../../../bff/models.ts';
import { createApp } from '../../../../bff/app.ts';
import { database } from '../../../../bff/platform/db/database.ts';

await database.open();
createApp().listen(Number(process.argv[2]), '127.0.0.1');
