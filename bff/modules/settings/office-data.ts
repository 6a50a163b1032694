import { isOutage } from '../../platform/db/outage.ts';
import { log } from '../../platform/log/log.ts';
import { readPublicSettings } from './read-public-settings.ts';

/** A page waits for so long at most, ms: a database that stands still must not keep it from opening. */
const WAIT_MS = 200;

/**
 * What everybody may know of the office, in the page itself: names, buttons and numbers stand there with the first paint
 * instead of moving it later (the client reads it in miniapp/office/use-office.ts). '' where the database is away or does
 * not answer at once: the client asks for itself then.
 */
export async function officeData(): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, WAIT_MS, null);
  });
  try {
    const office = await Promise.race([readPublicSettings(), late]);
    if (office === null) return '';
    // A closing tag in somebody's words must not end the script.
    const json = JSON.stringify(office).replace(/</g, '\\u003c');
    return `<script type="application/json" id="office-data">${json}</script>`;
  } catch (error) {
    // Whatever is wrong: the client asks for itself, and the page opens.
    if (!isOutage(error)) log.error({ err: error }, 'a page opens without the names of the office');
    return '';
  } finally {
    clearTimeout(timer);
  }
}
