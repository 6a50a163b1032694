import { chromium } from 'playwright-core';
const origin = process.argv[2]; const out='/tmp/w/shots-links'; import fs from 'node:fs'; fs.mkdirSync(out,{recursive:true});
const M = JSON.parse(process.env.MEMBER), S = JSON.parse(process.env.STAFF);
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--headless','--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run','--disable-quic']});
for (const [w,h] of [[390,844],[1280,900]]) {
  const c = await b.newContext({baseURL:origin,viewport:{width:w,height:h},locale:'zh-CN',timezoneId:'Asia/Shanghai',reducedMotion:'reduce'}); const p = await c.newPage();
  p.on('console',m=>m.type()==='error'&&console.log(w,m.text())); p.on('pageerror',e=>console.log(w,'ERR',e.message));
  const shot=(pg,n,full=true)=>pg.screenshot({path:`${out}/${n}-${w}.png`,fullPage:full});
  await p.goto('/sign-in'); await p.getByLabel('账号').fill(M.login); await p.getByLabel('密码').fill(M.password); await p.keyboard.press('Enter'); await p.getByRole('heading',{name:'最近的申请'}).waitFor();
  const made = await p.request.post('/api/applications',{data:{type:'firm-clean',email:'office@example.com',since:'2026-01-01',purpose:'投标',idempotencyKey:'shots-'+w+'-'+Date.now()},headers:{origin}});
  const a = await made.json(); if(!a.id) console.log(a);
  await p.goto('/application?id='+a.id); await p.getByRole('heading',{name:'核验'}).waitFor({timeout:20000});
  if(w===390) { await shot(p,'1-detail',false); await p.getByRole('button',{name:'分享',exact:true}).click(); }
  await p.getByRole('button',{name:'新建分享链接'}).click(); await shot(p,'2-form',w===1280);
  await p.getByLabel('接收方').fill('江海银行文华支行'); await p.getByLabel('用途').fill('授信资料'); await p.getByRole('switch',{name:'需要访问码'}).click(); await p.getByRole('switch',{name:'允许下载证明文件'}).click(); await p.getByRole('button',{name:'生成链接'}).click();
  const url = (await p.getByText('/s/').textContent()); const code=/\d{6}/.exec(await p.getByText(/^访问码 \d/).textContent())[0];
  const c2 = await b.newContext({baseURL:origin,viewport:{width:w,height:h},locale:'zh-CN',timezoneId:'Asia/Shanghai',reducedMotion:'reduce'}); const q=await c2.newPage(); q.on('pageerror',e=>console.log(w,'ERR',e.message));
  await q.goto(new URL(url).pathname); await q.getByRole('textbox').fill('1'); await q.keyboard.press('Enter'); await q.getByText(/访问码不正确/).waitFor(); await shot(q,'3-code');
  await q.getByRole('textbox').fill(code); await q.keyboard.press('Enter'); await q.getByRole('heading',{name:'本协会出具'}).waitFor(); await shot(q,'4-opened');
  if(w===1280) await q.pdf({path:out+'/print.pdf'});
  await p.reload(); await p.getByRole('heading',{name:'核验'}).waitFor(); if(w===390) await p.getByRole('button',{name:'分享',exact:true}).click(); await p.getByText(/已查看 1 次/).waitFor(); await shot(p,'5-list',w===1280);
  // staff
  const c3 = await b.newContext({baseURL:origin,viewport:{width:w,height:h},locale:'zh-CN',timezoneId:'Asia/Shanghai',reducedMotion:'reduce'}); const s=await c3.newPage();
  if (process.env.ADMIN) { await s.goto('/admin'); await s.getByLabel('账号').fill(S.login); await s.getByLabel('密码').fill(S.password); await s.keyboard.press('Enter'); await s.getByText('工作台').first().waitFor(); await s.goto('/admin/applications/'+a.id); await s.getByRole('button',{name:'更正并重新出具'}).click(); await s.getByRole('button',{name:'预览更正后的证明'}).click(); await s.getByRole('button',{name:'确认重新出具'}).waitFor(); await shot(s,'6-replace'); await s.getByLabel(/原因/).fill('用途有误，应为投标'); await s.getByRole('button',{name:'确认重新出具'}).click(); await s.getByText('替换了').waitFor(); await shot(s,'7-successor'); }
  if (!process.env.ADMIN) { const r=await s.request.post('/api/staff/session',{data:{login:S.login,password:S.password,tokenIn:'cookie'},headers:{origin}}); if(r.status()!==200) console.log(await r.text());
   const pre=await (await s.request.post('/api/staff/applications/'+a.id+'/replacement/preview',{data:{purpose:'授信'},headers:{origin}})).json(); const rep=await s.request.post('/api/staff/applications/'+a.id+'/replacement',{data:{purpose:'授信',reason:'用途有误',seen:pre.seen},headers:{origin}}); console.log('replaced',rep.status()); }
  await q.reload(); await q.waitForTimeout(500); await q.getByRole('textbox').fill(code); await q.keyboard.press('Enter'); await q.waitForTimeout(1500); await shot(q,'8-after');
  await p.goto('/application?id='+a.id); await p.getByText('办理进度').waitFor(); await p.waitForTimeout(1500); await shot(p,'9-member-after');
  await c.close(); await c2.close(); await c3.close();
}
await b.close();
