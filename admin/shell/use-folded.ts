import { useState } from 'react';
import { MENU_GROUPS, type MenuGroup } from './resource.tsx';

const KEY = 'menu-folded';

/** Groups of the menu that are folded; remembered in this browser. */
export function useFolded(): { isFolded(group: MenuGroup): boolean; toggle(group: MenuGroup): void } {
  const [folded, setFolded] = useState(remembered);
  const toggle = (group: MenuGroup) => {
    const next = folded.includes(group) ? folded.filter((one) => one !== group) : [...folded, group];
    setFolded(next);
    try {
      localStorage.setItem(KEY, next.join());
    } catch {
      // A browser that keeps nothing folds for as long as the page is open.
    }
  };
  return { isFolded: (group) => folded.includes(group), toggle };
}

function remembered(): MenuGroup[] {
  try {
    const names = (localStorage.getItem(KEY) ?? '').split(',');
    return (Object.keys(MENU_GROUPS) as MenuGroup[]).filter((group) => names.includes(group));
  } catch {
    return [];
  }
}
