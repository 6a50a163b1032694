import type { MemberActor } from '../../actor.ts';
import type { HomePartName, HomeParts, HomeReply, HomeTask } from '../../contract/home/replies.ts';
import { log } from '../../platform/log/log.ts';
import { homeParts, type HomeGlance } from './parts.ts';

type Part<Value> = { isThere: true; value: Value } | { isThere: false };

/**
 * Everything of a member's home page, each part read once and all at the same time. One that cannot be had is missing and
 * leaves the others as they are. Throws only where nothing at all could be read.
 */
export async function readHome(actor: MemberActor): Promise<HomeReply> {
  const { parts, tasks } = homeParts.answer;
  const underWay = new Map<HomePartName, Promise<unknown>>();
  const part = <Name extends HomePartName>(name: Name): Promise<HomeParts[Name]> => {
    const begun = underWay.get(name) ?? Promise.resolve().then(() => parts[name](actor));
    underWay.set(name, begun);
    // Each promise is kept under the name of its part.
    return begun as Promise<HomeParts[Name]>;
  };
  const read = <Name extends HomePartName>(name: Name) => settled(name, part(name));
  const [certificates, profile, activities, hours, tickets, inbox, announcements, task] = await Promise.all([
    read('certificates'),
    read('profile'),
    read('activities'),
    read('hours'),
    read('tickets'),
    read('inbox'),
    read('announcements'),
    settled('task', firstOf(tasks, { actor, part })),
  ]);
  const home = { task, certificates, profile, activities, hours, tickets, inbox, announcements };
  // Nothing at all could be read: the fault of one part is thrown, so that the page can say what is wrong.
  if (Object.values(home).every(({ isThere }) => !isThere)) await part('certificates');
  return home;
}

async function firstOf(
  tasks: readonly ((glance: HomeGlance) => Promise<HomeTask | null>)[],
  glance: HomeGlance,
): Promise<HomeTask | null> {
  for (const read of tasks) {
    const task = await read(glance);
    if (task !== null) return task;
  }
  return null;
}

async function settled<Value>(name: string, reading: Promise<Value>): Promise<Part<Value>> {
  try {
    return { isThere: true, value: await reading };
  } catch (error) {
    log.error({ err: error, part: name }, 'a part of the home page could not be read');
    return { isThere: false };
  }
}
