import { camel, snake, type Words } from './words.ts';

/** Lines that a list needs, and the line of it that they follow. */
interface Entry {
  file: string;
  /** A whole line of the file, without its indent. */
  after: string;
  lines: string[];
}

/** The lists that know every module: a new one stands after 常见问题, the plainest of them. */
export function entriesOf({ module, one, label }: Words): Entry[] {
  const routes = `${camel(module)}Routes`;
  return [
    {
      file: 'bff/app.ts',
      after: "import { faqRoutes } from './modules/faq/routes.ts';",
      lines: [`import { ${routes} } from './modules/${module}/routes.ts';`],
    },
    { file: 'bff/app.ts', after: '...faqRoutes,', lines: [`...${routes},`] },
    {
      file: 'bff/models.ts',
      after: "import './modules/faq/model.ts';",
      lines: [`import './modules/${module}/model.ts';`],
    },
    {
      file: 'bff/personal-data.ts',
      after: "faq_entries: 'nothing personal',",
      lines: [`${snake(module)}: 'nothing personal',`],
    },
    {
      file: 'bff/contract/audit/enums.ts',
      after: "'faq.updated': '修改常见问题',",
      lines: [`'${one}.created': '新增${label}',`, `'${one}.updated': '修改${label}',`],
    },
    { file: 'bff/contract/audit/enums.ts', after: "| 'faq'", lines: [`| '${one}'`] },
    {
      file: 'docs/ARCHITECTURE.md',
      after: 'faq/                          常见问题: shipped, changed by the staff, marked by members',
      lines: [`${`${module}/`.padEnd(30)}${label}`],
    },
  ];
}

/** The text with the entry's lines at their place. Throws where the place is not there: then the list has changed its form. */
export function enlist(text: string, { file, after, lines }: Entry): string {
  const all = text.split('\n');
  const index = all.findIndex((line) => line.trim() === after);
  if (index < 0) throw new Error(`${file} 里没有这一行：${after}`);
  const indent = /^ */.exec(all[index] ?? '')?.[0] ?? '';
  const added = lines.map((line) => indent + line);
  return all.toSpliced(index + 1, 0, ...added).join('\n');
}

/** The house with the module on the floor of its neighbour. */
export function moveIn(floors: string, module: string, beside: string): string {
  const rows = floors.split('\n');
  const index = rows.findIndex((row) => /^ {2}\[.*\],$/.test(row) && row.includes(`'${beside}'`));
  if (index < 0) throw new Error(`bff/floors.ts 里没有模块“${beside}”`);
  return rows.with(index, (rows[index] ?? '').replace(/\],$/, `, '${module}'],`)).join('\n');
}
