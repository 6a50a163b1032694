/** The PC layout belongs to the browser. */
export function SideMenu(): null {
  return null;
}
export function TopBar(): null {
  return null;
}
