import '../../bff/connections.ts';
import '../../bff/models.ts';
import { database } from '../../bff/platform/db/database.ts';
import { migrate } from '../../bff/platform/db/migrate.ts';
import { kv } from '../../bff/platform/kv/kv.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { seedDemoActivities } from './activities/demo-activities.ts';
import { seedDemoEligible } from './activities/demo-eligible.ts';
import { seedDemoSeries } from './activities/demo-series.ts';
import { seedDemoAnnouncements } from './demo-announcements.ts';
import { seedDemoCampaigns } from './demo-campaigns.ts';
import { seedDemoChats } from './demo-chats.ts';
import { seedDemoFaq } from './demo-faq.ts';
import { seedDemoFees } from './demo-fees.ts';
import { seedDemoHours } from './demo-hours.ts';
import { seedDemoOidc } from './demo-oidc.ts';
import { seedDemoPhotos } from './demo-photos.ts';
import { seedDemoDownloads } from './profiles/demo-downloads.ts';
import { seedDemoProfileChanges } from './profiles/demo-profile-changes.ts';
import { seedDemoProfileFields } from './profiles/demo-profile-fields.ts';
import { seedDemoProfileImports } from './profiles/demo-profile-imports.ts';
import { seedDemoProfiles } from './profiles/demo-profiles.ts';
import { seedDemoTickets } from './demo-tickets.ts';
import { seedDemo } from './demo.ts';

const HELP = `Usage: node scripts/seed/main.ts [--tickets] [--help]
Fills an empty database (DATABASE_URL, or SQLite in DATA_DIR) with the demo association and prints its accounts.
A database that holds anything is left alone.
  --tickets  tickets in every state as well, of the days before today, photos, profiles, activities, claims of hours, announcements, what members think of 常见问题, talks, campaigns and a binding of 会员中心; their mails are sent when the server starts
`;

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return;
  }
  await database.open();
  try {
    await migrate();
    const isSeeded = await seedDemo();
    if (isSeeded && process.argv.includes('--tickets')) {
      await seedDemoPhotos();
      await seedDemoProfileFields();
      await seedDemoProfiles();
      await seedDemoProfileChanges();
      await seedDemoProfileImports();
      // What tickets are about is there before them.
      await seedDemoTickets();
      await seedDemoFaq();
      await seedDemoActivities();
      await seedDemoSeries();
      await seedDemoEligible();
      await seedDemoAnnouncements();
      await seedDemoChats();
      await seedDemoCampaigns();
      await seedDemoFees();
      await seedDemoHours();
      await seedDemoOidc();
      // Last: they hold what all others have written down.
      await seedDemoDownloads();
    }
    process.stdout.write(isSeeded ? `${accountLines()}\n` : 'The database is not empty: nothing was changed.\n');
  } finally {
    await kv.close();
    await database.close();
  }
}

function accountLines(): string {
  return DEMO_ACCOUNTS.map(({ label, login, password }) => `${login}\t${password}\t${label}`).join('\n');
}

await main();
