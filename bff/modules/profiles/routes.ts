import { z } from 'zod';
import { profileEndpoints as profiles } from '../../contract/profile/endpoints.ts';
import * as replies from '../../contract/profile/replies.ts';
import * as schemas from '../../contract/profile/schemas.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import { idParams, route } from '../../http/route.ts';
import { answerConsent } from './consents/answer-consent.ts';
import { confirmBasic } from './drafts/confirm-basic.ts';
import { listProfileViews } from './drafts/list-views.ts';
import { showOwnProfile } from './drafts/read-profile.ts';
import { showProfileSummary } from './drafts/read-summary.ts';
import { saveSection } from './drafts/save-section.ts';
import { showOwnFile } from './drafts/show-own-file.ts';
import { decideProfile } from './review/decide-profile.ts';
import { openProfileFile } from './review/open-profile-file.ts';
import { listProfileRegions, listProfiles } from './review/list-profiles.ts';
import { passByItself } from './review/pass-by-itself.ts';
import { passProfiles } from './review/pass-profiles.ts';
import { reopenProfile } from './review/reopen-profile.ts';
import { leaveProfile, meetAtProfile } from './review/review-presence.ts';
import { openSection, showProfile } from './review/show-profile.ts';
import { submitProfile } from './submitting/submit-profile.ts';
import { withdrawProfile } from './submitting/withdraw-profile.ts';

const token = z.string().regex(/^[\w-]{10,60}$/);
const fileParams = idParams.extend({ file: token });

/** 信息补全: what lawyers say of themselves, and what staff make of it. */
export const profileRoutes = [
  route(profiles.showOwnProfile, { reply: replies.ownProfile }, ({ actor }) => showOwnProfile({ actor })),
  route(profiles.showProfileSummary, { reply: replies.profileSummary }, ({ actor }) => showProfileSummary({ actor })),
  route(
    profiles.saveSection,
    { params: schemas.sectionParams, body: schemas.saveSection, reply: replies.savedSection },
    ({ actor, params, body }) => saveSection({ actor, key: params.section, input: body }),
  ),
  route(profiles.confirmBasic, { body: schemas.confirmBasic, reply: replies.ownProfile }, async ({ actor, body }) => {
    await confirmBasic({ actor, version: body.version });
    return showOwnProfile({ actor });
  }),
  route(profiles.submitProfile, { body: schemas.submitProfile, reply: replies.ownProfile }, async ({ actor, body }) => {
    await submitProfile({ actor, ...body });
    await passByItself({ actor });
    return showOwnProfile({ actor });
  }),
  route(profiles.withdrawProfile, { reply: replies.ownProfile }, async ({ actor }) => {
    await withdrawProfile({ actor });
    return showOwnProfile({ actor });
  }),
  route(
    profiles.answerSensitiveConsent,
    { body: schemas.answerConsent, reply: replies.ownProfile },
    async ({ actor, body, device }) => {
      await answerConsent({ actor, section: body.section, answer: body.answer, userAgent: device });
      return showOwnProfile({ actor });
    },
  ),
  route(profiles.listProfileViews, { reply: replies.profileViews }, ({ actor }) => listProfileViews({ actor })),
  route(profiles.showOwnProfileFile, { params: z.strictObject({ file: token }) }, ({ actor, params }) =>
    showOwnFile({ actor, token: params.file }),
  ),
  route(profiles.listProfiles, { query: schemas.listProfiles, reply: pageOf(replies.profileRow) }, ({ query }) =>
    listProfiles(query),
  ),
  route(profiles.listProfileRegions, { reply: replies.profileRegions }, () => listProfileRegions()),
  route(profiles.passProfiles, { body: schemas.passProfiles, reply: replies.passedProfiles }, ({ actor, body }) =>
    passProfiles({ actor, items: body.items }),
  ),
  route(profiles.showProfile, { params: idParams, reply: replies.profileDetail }, ({ actor, params }) =>
    showProfile({ actor, id: params.id }),
  ),
  route(profiles.meetAtProfile, { params: idParams, reply: replies.profilePresence }, ({ actor, params }) =>
    meetAtProfile({ actor, id: params.id }),
  ),
  route(profiles.leaveProfile, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await leaveProfile({ actor, id: params.id });
    return null;
  }),
  route(
    profiles.openProfileSection,
    { params: idParams, body: schemas.openSection, reply: replies.openedSection },
    ({ actor, params, body }) => openSection({ actor, id: params.id, ...body }),
  ),
  route(
    profiles.decideProfile,
    { params: idParams, body: schemas.decideProfile, reply: replies.profileDetail },
    async ({ actor, params, body }) => {
      await decideProfile({ actor, id: params.id, input: body });
      return showProfile({ actor, id: params.id });
    },
  ),
  route(
    profiles.reopenProfile,
    { params: idParams, body: schemas.reopenProfile, reply: replies.profileDetail },
    async ({ actor, params, body }) => {
      await reopenProfile({ actor, id: params.id, ...body });
      return showProfile({ actor, id: params.id });
    },
  ),
  route(profiles.showProfileFile, { params: fileParams }, ({ actor, params }) =>
    openProfileFile({ actor, id: params.id, token: params.file }),
  ),
  route(profiles.openProfileIdentity, { params: fileParams, body: schemas.openIdentity }, ({ actor, params, body }) =>
    openProfileFile({ actor, id: params.id, token: params.file, reason: body.reason }),
  ),
];
