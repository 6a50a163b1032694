import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { pageUrl, PAGES } from '../addresses.ts';
import { asked, prepareWalk } from './walk.ts';

/** 信息补全 in the production mini-program. */
const walk = prepareWalk();

it('is filled in section by section, without a network too, and says all that is missing', async () => {
  const app = await walk.signedIn('曾转所');
  app.open(PAGES.profile);
  await app.sees('正式提交审核');
  await app.sees('0%');

  app.open(pageUrl('profileSection', { section: 'awards' }));
  await app.tap('本人无此项');
  await app.sees('已自动保存');

  app.open(pageUrl('profileSection', { section: 'work' }));
  await app.tap('添加');
  await app.sees('取消');
  app.type('field-employer', '江海市第一中学');
  app.phone.isOffline = true;
  app.type('field-position', '教师');
  await app.sees('联网后自动上传');
  app.phone.isOffline = false;
  await app.tap('立即重试');
  await app.sees('已自动保存');
  await app.tap('保存');
  await app.sees('请填写起');
  await app.tap('取消');
  await app.sees('还没有添加工作经历');

  app.open(pageUrl('profileSection', { section: 'basic' }));
  await app.sees('以下为协会登记的执业信息');
  await app.tap('有误（已提交工单）');
  await app.sees('请点有误项目旁的“更正”');
  await app.tap('下一步：上传照片');
  await app.tap('下一步：完善基本信息');
  await app.tap('群众');
  await app.tap('民盟盟员');
  await app.sees('“群众”不能与其他政治面貌同时选择');
  await app.tap('下一步：执业情况登记');
  for (const area of ['税务', '保险', '并购重组', '合同纠纷']) await app.tap(area);
  await app.sees('执业范围最多选3项，请先取消一项');
  await app.tap('下一步：联系方式登记');
  await app.sees('第 5 步');
  app.type('field-website', 'javascript:alert(1)');
  await app.sees('个人网站应以 http:// 或 https:// 开头');
  await app.tap('下一步：确认提交');
  await app.sees('处需要填写或修改');

  app.open(PAGES.profile);
  await app.tap('正式提交审核');
  await app.sees('项未完成');
  await app.sees('教育经历：请添加教育经历');
  expect(asked(app, '/me/profile/submissions')).toHaveLength(1);
  app.open(PAGES.ownFile);
  await app.sees('尚未通过审核');
});

it('asks members of the party for 党员信息; taken back it is gone, and what was typed there is kept', async () => {
  const app = await walk.signedIn('信息补全待审核');
  const chooses = async (party: string) => {
    app.open(pageUrl('profileSection', { section: 'basic', at: 'self.politicalStatus' }));
    await app.tap(party);
    await app.sees('已自动保存');
    app.open(PAGES.profile);
    await app.sees('正式提交审核');
  };
  await chooses('民盟盟员');
  await app.loses('党员信息');
  await chooses('中共党员');
  await app.sees('党员信息');
  app.open(pageUrl('profileSection', { section: 'party' }));
  await app.sees('所在党支部');
  app.type('field-branch', '江海第一党支部');
  await app.sees('已自动保存');
  await chooses('中共党员');
  await app.loses('党员信息');
  await chooses('中共党员');
  await app.sees('党员信息');
  app.open(pageUrl('profileSection', { section: 'party' }));
  await app.sees('所在党支部');
  expect(app.shown('field-branch')).toBe('江海第一党支部');
});

it('brings its sections and tables within their budget', () => {
  const bytes = gzipSync(readFileSync('dist/weapp/profile/sub-vendors.js'), { level: 9 }).length;
  expect(bytes).toBeLessThan(60 * 1024);
});
