import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import postcss, { type Declaration, type Rule } from 'postcss';
import { ARIA, bindAria } from '../../config/weapp-output.ts';
import { ELEMENTS, isForWechat, stylesForWechat } from '../../config/weapp-styles.ts';
import { syntaxFault } from './syntax.ts';
import { compiler, flatten, compileTemplates } from './wechat/render.ts';

/** The files of the built mini-program: what old telephones, WeChat's own tools and screen readers need of them. */
const DIST = 'dist/weapp';
const files = (pattern: string) => globSync(pattern, { cwd: DIST }).sort();
const read = (file: string) => readFileSync(path.join(DIST, file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, unknown>;

describe('scripts', () => {
  // 「ES6 转 ES5」 is switched off in project.config.json: nothing else will make them older.
  const ES5 = 5;

  it('are all ES5, which every WeChat reads', () => {
    const scripts = files('**/*.js');
    expect(scripts.length).toBeGreaterThan(20);
    const faults = scripts.map((file) => [file, syntaxFault(read(file), ES5)]).filter(([, fault]) => fault !== null);
    expect(faults).toEqual([]);
  });

  it('control: newer syntax is noticed', () => {
    for (const code of ['const a = 1', 'a ?? b', '() => 1', 'class A {}'])
      expect(syntaxFault(code, ES5)).not.toBeNull();
  });

  it('need no newer base library than the README and WeChat’s tools are told', () => {
    const { libVersion } = JSON.parse(readFileSync('project.config.json', 'utf8')) as { libVersion: string };
    expect(readFileSync('README.md', 'utf8')).toContain(`基础库 ${libVersion}`);
    // 隐私保护指引 (wx.requirePrivacyAuthorize) is the newest of what is used.
    expect(libVersion).toBe('2.32.3');
  });
});

describe('templates', () => {
  it('pass on everything that elements say to screen readers', () => {
    const openings = [...read('base.wxml').matchAll(/<([a-z-]+) [^<>]*data-sid="\{\{i\.sid\}\}"/g)];
    const bare = openings.filter(
      ([opening, tag]) => tag !== 'comp' && ARIA.some((name) => !opening.includes(` ${name}="`)),
    );
    expect(openings.length).toBeGreaterThan(50);
    expect(bare.map(([opening]) => opening)).toEqual([]);
  });

  it('make of a page’s data what a screen reader reads', () => {
    const said = { ariaRole: 'checkbox', ariaLabel: '同意', ariaChecked: false };
    const nameOf = (template: RegExp) => (template.exec(read('base.wxml')) ?? [])[1] ?? '';
    const view = nameOf(/<template name="tmpl_0_(\d+)">\s*<view [^>]*bindtap/);
    const tree = compileTemplates(DIST)('pages/home/index', { root: { cn: [{ nn: view, sid: 'a', ...said }] } });
    expect(flatten(tree).map(({ attr }) => attr)).toContainEqual(
      expect.objectContaining({ ariaRole: 'checkbox', ariaLabel: '同意', ariaChecked: false }),
    );
  });

  it('control: Taro’s own bind nothing of it', () => {
    const taro =
      '<template name="tmpl_0_0"><view class="{{i.cl}}" id="{{i.uid}}" data-sid="{{i.sid}}"></view></template>';
    expect(taro).not.toContain('aria-');
    expect(bindAria(taro)).toContain('<view aria-role="{{i.ariaRole}}" aria-label="{{i.ariaLabel}}"');
  });
});

describe('styles', () => {
  const sheets = files('**/*.wxss').map((file) => ({ file, root: postcss.parse(read(file)) }));
  const everyRule = (hear: (rule: Rule, file: string) => void) => {
    for (const { file, root } of sheets) root.walkRules((rule) => hear(rule, file));
  };

  it('are taken by WeChat’s own compiler', () => {
    const wcsc = compiler('wcsc');
    const all = sheets.map(({ file }) => `./${file}`);
    // The first is compiled, the others may be imported; it ends with a fault at what it does not take.
    const compile = (cwd: string, ...given: string[]) => execFileSync(wcsc, ['-lc', ...given], { cwd, stdio: 'pipe' });
    for (const file of all) compile(DIST, file, ...all.filter((other) => other !== file));
    const folder = mkdtempSync(path.join(process.env['TEST_DIR'] ?? tmpdir(), 'wxss-'));
    writeFileSync(path.join(folder, 'x.wxss'), '.a>*+*{margin:0}');
    expect(() => compile(folder, './x.wxss')).toThrow('error at token');
  });

  it('name only what a mini-program has', () => {
    const others: string[] = [];
    everyRule((rule, file) => {
      if (rule.parent?.type === 'atrule' && /keyframes/.test((rule.parent as unknown as { name: string }).name)) return;
      for (const selector of rule.selectors) if (!isForWechat(selector)) others.push(`${file}: ${selector}`);
    });
    expect(others).toEqual([]);
    for (const tag of ELEMENTS.filter((name) => name !== 'page')) expect(read('base.wxml')).toContain(`<${tag} `);
    for (const { root } of sheets)
      root.walkAtRules((rule) => {
        expect(`${rule.name} ${rule.params}`).not.toMatch(/^page |print|hover|min-width: ?(99\d|\d{4})/);
      });
  });

  it('have no inset, and space between flexible boxes where gap is unknown', () => {
    const faults: string[] = [];
    let gaps = 0;
    everyRule((rule, file) => {
      const of = (name: string) => rule.nodes.find((node) => node.type === 'decl' && node.prop === name) as Declaration;
      if (of('inset')) faults.push(`${file}: ${rule.selector} has inset`);
      const gap = of('gap') ?? of('column-gap') ?? of('row-gap');
      if (!gap || /grid/.test(of('display')?.value ?? '')) return;
      gaps += 1;
      const next = rule.next();
      const instead = next?.type === 'atrule' && next.params === 'not (inset: 0)' && /margin-/.test(next.toString());
      if (!instead) faults.push(`${file}: ${rule.selector} has gap alone`);
    });
    expect(gaps).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it('control: those of H5 are changed', () => {
    const change = (styles: string) => stylesForWechat(styles).replace(/\s+/g, ' ');
    expect(change('.a:active{color:red}.b,.b:hover{color:blue}tbody .c{top:0}@page{margin:0}')).toBe('.b{color:blue}');
    expect(change('@media (min-width:992px){.a{top:0}}@media (max-width:360px){.a{top:0}}')).toBe(
      '@media (max-width:360px){.a{top:0}}',
    );
    const row = change('.a{display:flex;gap:8px}');
    expect(row).toContain('.a>view:not(:first-child)');
    expect(row).toContain('margin-left:8px');
    expect(change('.a{display:flex;flex-direction:column;gap:8px}')).toContain('margin-top:8px');
    expect(change('.a{display:flex;flex-wrap:wrap;gap:4px 8px}')).toMatch(/margin-right:8px; ?margin-bottom:4px/);
    expect(change('.a{display:grid;gap:8px}')).toBe('.a{display:grid;gap:8px}');
  });
});

describe('packages', () => {
  const app = json('app.json') as {
    style: string;
    sitemapLocation: string;
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
    preloadRule: Record<string, { network: string; packages: string[] }>;
  };

  it('carry no page that only H5 has, and arrive before they are needed', () => {
    expect(app.style).toBe('v2');
    expect(existsSync(path.join(DIST, 'public/wechat'))).toBe(false);
    expect(app.subPackages.find(({ root }) => root === 'public')?.pages).not.toContain('wechat/index');
    expect(Object.keys(app.preloadRule)).toEqual(
      expect.arrayContaining(['pages/home/index', 'pages/sign-in/index', 'pages/applications/index']),
    );
    for (const { network, packages } of Object.values(app.preloadRule)) {
      expect(network).toBe('all');
      expect(packages).toEqual(app.subPackages.map(({ root }) => root));
    }
  });

  it('let WeChat index what is for everybody, and no page of members', () => {
    const { rules } = json(app.sitemapLocation) as {
      rules: { action: string; page: string; params?: string[]; matching?: string }[];
    };
    expect(rules.at(-1)).toEqual({ action: 'disallow', page: '*' });
    const allowed = rules.filter(({ action }) => action === 'allow');
    expect(allowed.map(({ page }) => page)).toEqual(['public/verify/index', 'public/privacy/index']);
    // A verified letter names a member: its address is no page of a search.
    expect(allowed[0]).toMatchObject({ params: ['token', 'q'], matching: 'exclusive' });
  });
});
