import { createIsbotFromList, list } from 'isbot';

/** A browser without a window is no fetcher: it reads the page as a person does, scripts and all. */
const isFetcher = createIsbotFromList(list.filter((pattern) => pattern !== 'headless'));

/** Whether a user agent is a robot's: chat programs fetch a link to show a card, and nobody has read anything. */
export function isRobot(userAgent: string): boolean {
  return userAgent.trim() === '' || isFetcher(userAgent);
}
