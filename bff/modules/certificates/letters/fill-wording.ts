import Handlebars from 'handlebars';
import { checkWording } from '../../../contract/certificate-types/check-wording.ts';
import type { Placeholder } from '../../../contract/certificate-types/placeholders.ts';
import { keepsState } from '../../../platform/singletons.ts';

/**
 * A template engine of its own that knows two words. Everything that could call, look up, iterate or log is taken out,
 * and what a wording says besides placeholders is refused before the engine sees it (check-wording.ts).
 */
const engine = Handlebars.create();
const KNOWN = { if: true, unless: true };
const UNKNOWN = {
  each: false,
  with: false,
  log: false,
  lookup: false,
  helperMissing: false,
  blockHelperMissing: false,
};
for (const helper of Object.keys(UNKNOWN)) engine.unregisterHelper(helper);

/** Compiled wordings by their text; forgotten all at once when they get many, which only drafts make happen. */
const compiled = new Map<string, HandlebarsTemplateDelegate>();
keepsState(() => compiled.clear());
const KEPT = 200;

/** The text of a wording with its placeholders filled. Throws for a wording that checkWording has faults in. */
export function fillWording(body: string, values: Record<Placeholder, string>): string {
  // Without a prototype `{{constructor}}` is as unknown as any other word.
  return compile(body)({ __proto__: null, ...values });
}

// `strict` makes an unknown placeholder an error instead of a hole; nothing is escaped because the result is data for
// the letter, never markup.
function compile(body: string): HandlebarsTemplateDelegate {
  const known = compiled.get(body);
  if (known) return known;
  const [fault] = checkWording(body);
  if (fault) throw new Error(`a wording that cannot be used: line ${fault.line}: ${fault.message}`);
  const knownHelpers = { ...KNOWN, ...UNKNOWN };
  const template = engine.compile(body, { strict: true, noEscape: true, knownHelpers, knownHelpersOnly: true });
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(body, template);
  return template;
}
