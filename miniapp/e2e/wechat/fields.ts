import type { Page } from './page.ts';
import { flatten, type Node } from './render.ts';

/**
 * What the telephone's own fields show. A field shows what is typed by itself, before the program hears of it; the page's
 * data change that only when what they say of the field is not what they said before.
 */
export interface NativeFields {
  /** The page's data have arrived anew. */
  follow(page: Page, tree: Node): void;
  /** Those that the page has. */
  ids(page: Page): string[];
  shown(page: Page, id: string): string;
  /** One key; answers what the field shows then. */
  press(page: Page, id: string, key: string): string;
}

interface Field {
  told: string;
  shown: string;
}

export function createFields(): NativeFields {
  const pages = new WeakMap<Page, Map<string, Field>>();
  const fieldsOf = (page: Page): Map<string, Field> => {
    const fields = pages.get(page) ?? new Map<string, Field>();
    pages.set(page, fields);
    return fields;
  };
  const field = (page: Page, id: string): Field => {
    const found = fieldsOf(page).get(id);
    if (!found) throw new Error(`no field #${id} on ${page.path}`);
    return found;
  };
  return {
    follow(page, tree) {
      const before = fieldsOf(page);
      const now = flatten(tree)
        .filter(({ tag }) => /^(wx-)?(input|textarea)$/.test(tag))
        .map(({ attr }) => ({ id: String(attr.id), told: String((attr.value as string | undefined) ?? '') }));
      const left = new Set(now.map(({ id }) => id));
      for (const id of [...before.keys()].filter((id) => !left.has(id))) before.delete(id);
      for (const { id, told } of now) {
        if (before.get(id)?.told !== told) before.set(id, { told, shown: told });
      }
    },
    ids: (page) => [...fieldsOf(page).keys()],
    shown: (page, id) => field(page, id).shown,
    press(page, id, key) {
      const pressed = field(page, id);
      pressed.shown += key;
      return pressed.shown;
    },
  };
}
