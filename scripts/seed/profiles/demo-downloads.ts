import { DAY_MS } from '../../../bff/contract/dates.ts';
import { askDownload } from '../../../bff/modules/rights/download/ask-download.ts';
import { makeDownload, removeDownload } from '../../../bff/modules/rights/download/make-download.ts';
import { DataDownload } from '../../../bff/modules/rights/model.ts';
import { clock, freezeClock, releaseClock } from '../../../bff/platform/clock/clock.ts';
import { DEMO_MEMBERS, type DemoAccount } from '../demo-accounts.ts';
import { memberOf } from '../demo-actors.ts';
import { CLEAN_LAWYER, TRANSFERRED_LAWYER } from '../demo-data.ts';

/** 下载我的信息 of demo lawyers: one that was there for its time and is gone, one that can be taken now. */
export async function seedDemoDownloads(): Promise<void> {
  const now = clock.now();
  try {
    freezeClock(now - 5 * DAY_MS);
    const old = await make(CLEAN_LAWYER.licenceNo);
    freezeClock(now - DAY_MS);
    await removeDownload(old);
  } finally {
    releaseClock();
  }
  await make(TRANSFERRED_LAWYER.licenceNo);
}

/** Asks for it and makes it as the job would; answers its id. */
async function make(licenceNo: string): Promise<number> {
  const { password } = DEMO_MEMBERS.find(({ login }) => login === licenceNo) as DemoAccount;
  const actor = await memberOf(licenceNo);
  await askDownload({ actor: { ...actor, sessionId: 0 }, password, parts: 'usual' });
  const { id } = await DataDownload.findOne({
    where: { accountId: actor.accountId, state: 'making' },
    rejectOnEmpty: true,
  });
  await makeDownload(id);
  return id;
}
