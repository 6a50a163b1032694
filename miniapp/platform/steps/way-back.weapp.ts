/** WeChat's own way back leaves the page; nothing can be heard of it before. */
export function watchWayBack(): void {
  return;
}
