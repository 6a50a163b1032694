import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';

/** An element as WeChat's compiled templates make it of a page's data. */
export interface Node {
  tag: string;
  attr: Record<string, unknown>;
  /** All that it says, without white space: a sentence arrives as several text nodes. */
  text: string;
  parent: Node | null;
  children: Node[];
}
interface WxmlNode {
  tag: string;
  attr?: Record<string, unknown>;
  children?: (WxmlNode | string | number)[];
}
type Render = (template: string, json: string) => WxmlNode;

/** Compiles a build's templates with WeChat's own compiler; answers the tree of a page for its data. */
export function compileTemplates(dist: string): (page: string, data: object) => Node {
  const templates = globSync('**/*.{wxml,wxs}', { cwd: dist }).map((name) => `./${name}`);
  const options = { cwd: dist, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const script = execFileSync(compiler('wcc'), ['-d', ...templates], options);
  const context = vm.createContext({ console });
  vm.runInContext('var window = this; var __wxAppCode__ = {};', context);
  vm.runInContext(script, context);
  // The data must be objects of that context: the script looks at their constructors.
  const source = '(template, json) => $gwx("./" + template + ".wxml")(JSON.parse(json), {})';
  const render = vm.runInContext(source, context) as Render;
  return (page, data) => toNode(render(page, JSON.stringify(data)), null, render);
}

/** WeChat's own compiler of templates (wcc) or of styles (wcsc), ready to run: npm unpacks it without its run bit. */
export function compiler(name: 'wcc' | 'wcsc'): string {
  const system = process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux';
  const copy = path.join(mkdtempSync(path.join(tmpdir(), `${name}-`)), name);
  copyFileSync(path.resolve('node_modules/miniprogram-compiler/bin', system, name), copy);
  chmodSync(copy, 0o755);
  return copy;
}

export const squeeze = (text: string) => text.replace(/\s/g, '');

function toNode(given: WxmlNode | string | number, parent: Node | null, render: Render): Node {
  if (typeof given !== 'object') return { tag: '#text', attr: {}, text: squeeze(String(given)), parent, children: [] };
  const node: Node = { tag: given.tag, attr: given.attr ?? {}, text: '', parent, children: [] };
  // Taro's templates nest a bounded number of times and go on inside a component of its own.
  const nested = /^(wx-)?comp$/.test(given.tag) ? [render('comp', JSON.stringify(node.attr))] : [];
  node.children = [...(given.children ?? []), ...nested].map((child) => toNode(child, node, render));
  node.text = node.children.map((child) => child.text).join('');
  return node;
}

/** A node and everything in it, outer before inner. */
export function flatten(node: Node): Node[] {
  return [node, ...node.children.flatMap(flatten)];
}

/** The first element around a node that listens, as WeChat's `bind` bubbles. */
export function listener(target: Node, type: string): { node: Node; handler: string } | null {
  for (let node: Node | null = target; node; node = node.parent) {
    const handler = node.attr[`bind${type}`] ?? node.attr[`catch${type}`];
    if (typeof handler === 'string') return { node, handler };
  }
  return null;
}
