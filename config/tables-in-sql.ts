import ts from 'typescript';

/**
 * Which tables a file's SQL names, in whatever way the SQL is put together: in one text, in pieces that are concatenated
 * or interpolated, in small letters, in quotes, after a comma.
 */

/** Where the text of something else would stand. */
const HOLE = '\u0000';
const SQL = /\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|INTO|WHERE)\b/i;
/** SQL that takes the name of a table from elsewhere; so does Sequelize's interface of queries. */
const TAKES_TABLE = new RegExp(`\\b(FROM|JOIN|UPDATE|INTO)\\s+\\W?${HOLE}`, 'i');
const BY_INTERFACE = /\bgetQueryInterface\(/;

/** Those of `tables` that the file's texts name as SQL does. */
export function tablesIn(text: string, tables: Iterable<string>): string[] {
  const texts = textsOf(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true));
  const sql = texts.filter((one) => SQL.test(one));
  const takesTable = BY_INTERFACE.test(text) || texts.some((one) => TAKES_TABLE.test(one));
  const pieces = takesTable ? texts.filter((one) => /^\W*\w+\W*$/.test(one)) : [];
  return [...tables].filter((table) => {
    const named = new RegExp(`(?<![\\w.])${table}(?![\\w.])`, 'i');
    return [...sql, ...pieces].some((one) => named.test(one));
  });
}

/** Every text of a file, what is concatenated or interpolated as one; imports are none. */
function textsOf(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return [];
  const text = textOf(node);
  const inner: string[] = [];
  ts.forEachChild(node, (child) => void inner.push(...textsOf(child)));
  return text === undefined ? inner : [text, ...inner];
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(({ expression, literal }) => (textOf(expression) ?? HOLE) + literal.text);
    return node.head.text + spans.join('');
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined && right === undefined ? undefined : (left ?? HOLE) + (right ?? HOLE);
}
