import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { isOutage } from '../../platform/db/outage.ts';
import { log } from '../../platform/log/log.ts';
import { root } from '../../platform/paths.ts';
import { readPublicSettings } from '../settings/read-public-settings.ts';

/** The sign-in page as it is first opened; one that says why somebody has to sign in again has more in it. */
const PAGE = /^\/(?:sign-in|pages\/sign-in\/index)\/?(?:\?(?!.*\bwhy=)|$)/;

/** Whose page it is, and the site of the association whose accounts open ours; null: it has none. */
export interface Shown {
  association: string;
  memberCentre: string | null;
}

/**
 * What the sign-in page shows, as finished HTML: it is read a second and more before the client has come, which shows the
 * same at the same place and takes it away (miniapp/pages/sign-in). Nothing in it can be typed into or tapped, so that
 * nothing typed is lost. '' for any other page.
 * @param page the path that was opened with its query, as it came
 */
export async function signInLook(page: string): Promise<string> {
  if (!PAGE.test(page)) return '';
  try {
    return composeSignInLook(await readPublicSettings());
  } catch (error) {
    // Whatever is wrong: the client shows the page a second later.
    if (!isOutage(error)) log.error({ err: error }, 'the sign-in page is not painted before its program');
    return '';
  }
}

export const composeSignInLook = ({ association, memberCentre }: Shown): string =>
  template({ css: CSS, association, memberCentre });

const read = (file: string) => readFileSync(path.join(root, 'bff/templates/sign-in-look', file), 'utf8');
const CSS = read('page.css').replace(/\n/g, '');
const template = Handlebars.compile<Shown & { css: string }>(read('page.html'), { strict: true });
