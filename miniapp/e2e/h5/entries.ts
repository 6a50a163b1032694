import type { Page } from 'playwright-core';

/** Addresses of new tickets and corrections to which pages lead → how the link is called. */
export async function leadsFrom(page: Page, pages: Record<string, string>): Promise<Map<string, string>> {
  const leads = new Map<string, string>();
  for (const [path, ready] of Object.entries(pages)) {
    await page.goto(path);
    await page.getByText(ready).last().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((a) => [a.getAttribute('href') ?? '', a.getAttribute('aria-label') ?? '']));
    for (const [href = '', label = ''] of links)
      if (/\/(ticket-form|correction-form|joining)\b/.test(href)) leads.set(href, label);
  }
  return leads;
}

/** What of an address is not filled in where it leads. */
export async function unfilled(page: Page, href: string, label: string): Promise<string[]> {
  await page.goto(href);
  const { pathname, searchParams: asked } = new URL(href, page.url());
  if (/\/joining\b/.test(pathname)) {
    await page.getByLabel('执业证号').waitFor();
    return [];
  }
  const isTicket = /\/ticket-form\b/.test(pathname);
  const choice = page.getByLabel(isTicket ? '分类' : '有误项目');
  await choice.waitFor();
  const wanted = asked.get(isTicket ? 'category' : 'field') ?? '';
  const title = asked.get('title');
  const [of] = label.split('的信息有误');
  const isFilled =
    (await choice.inputValue()) === wanted &&
    (title === null || (await page.getByLabel('标题').inputValue()) === title) &&
    (!asked.has('lawyer') || (await page.getByText(of ?? '', { exact: true }).count()) > 0);
  return isFilled ? [] : [href];
}
