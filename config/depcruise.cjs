/**
 * Who may import whom at run time (docs/ARCHITECTURE.md). Types alone are free: they vanish, and dependency-cruiser
 * looks at the code after they have. Each rule has a broken example in depcruise-fixtures/<rule>/ that proves it bites.
 */

/** Tests, what helps them, and the modules' rows of the permission table. */
const TESTS = '\\.test\\.tsx?$|^bff/test/|^bff/modules/.+/permissions\\.ts$|^(miniapp|admin)/(test|e2e)/';
/** What may bring zod along. */
const SCHEMAS = '^bff/contract/([^/]+/(schemas|replies)|fields|reply-parts)\\.ts$';
/** Tables of contents: they see everything. */
const CONTENTS =
  '^bff/((?:commands|ports)/[^/]+|main|app|jobs|models|connections|reactions|payables|open-orders|owners|importables|confirmable-changes|corrections|eligibility-atoms|application-parts)\\.ts$';
const MODULE = '^bff/modules/([^/]+)/';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one file, or have a third in common.',
      {},
      { circular: true },
    ),
    rule('resolvable', 'What is imported must exist.', {}, { couldNotResolve: true, pathNot: '\\.wasm\\?url$' }),

    rule(
      'contract-needs-nothing',
      'The mini-program imports endpoints and tables: they bring nothing along, zod least of all.',
      { path: '^bff/contract/', pathNot: [SCHEMAS, TESTS] },
      { path: ['^(?!bff/contract/)', SCHEMAS] },
    ),
    rule(
      'schemas-need-zod-only',
      'Schemas are shared with the staff client.',
      { path: SCHEMAS, pathNot: TESTS },
      { pathNot: '^bff/contract/|node_modules/zod/' },
    ),

    rule(
      'rules-are-pure',
      'Rules decide on facts they are given, however deep the import: no I/O, no clock, no library.',
      { path: [`${MODULE}rules\\.ts$`, `${MODULE}rules/`], pathNot: TESTS },
      { path: '^bff/(platform|http)/|^bff/env\\.ts$|^bff/modules/[^/]+/model\\.ts$|node_modules/', reachable: true },
    ),
    rule(
      'policy-loads-and-judges',
      'A policy knows the contract and its model; whoever answers requests asks it, not the other way round.',
      { path: `${MODULE}policy\\.ts$` },
      { path: '^bff/(http|platform)/|^bff/modules/[^/]+/(routes|present)\\.ts$|\\.job\\.ts$' },
    ),
    rule(
      'present-shows-what-it-is-given',
      'Rows come in as types; nothing is loaded while showing. The clock and what the server is called are harmless.',
      { path: `${MODULE}present\\.ts$` },
      { path: '^bff/http/|^bff/platform/(?!clock/)|^bff/modules/[^/]+/(model|routes)\\.ts$|\\.job\\.ts$' },
    ),
    rule(
      'model-is-columns',
      'A model is columns: the contract for their values, platform/db to bind them.',
      { path: '^bff/modules/.+model\\.ts$' },
      { path: '^bff/(http|modules)/|^bff/platform/(?!db/)' },
    ),
    rule(
      'acts-know-no-web',
      'An act is called by routes, jobs, seeds and tests alike.',
      { path: '^bff/modules/', pathNot: ['/routes\\.ts$', TESTS] },
      { path: '^bff/http/|node_modules/(koa|@koa)[/-]|/routes\\.ts$' },
    ),
    rule(
      'accounts-by-their-acts',
      'An account is kept by three modules: who has one, how they sign in, and the accounts of the staff.',
      { path: MODULE, pathNot: [TESTS, '^bff/modules/(accounts|sign-in|staff-accounts)/'] },
      { path: '^bff/modules/accounts/(model|policy)\\.ts$' },
    ),
    rule(
      'other-modules-by-their-acts',
      'What a module keeps, rules and shows is its own business: ask one of its acts.',
      { path: MODULE, pathNot: TESTS },
      {
        path: '^bff/modules/.+model\\.ts$|^bff/modules/.+/(rules|policy|present|routes)\\.ts$|^bff/modules/[^/]+/rules/|^bff/modules/.*\\.job\\.ts$',
        pathNot: ['^bff/modules/$1/', '^bff/modules/accounts/(model|policy)\\.ts$'],
      },
    ),
    rule(
      'routes-are-declarations',
      'A route names path, access, schema, act and presenter, a line or two each.',
      { path: '^bff/modules/.+/routes\\.ts$' },
      { path: '^bff/platform/|^bff/modules/[^/]+/(model|rules)\\.ts$|\\.job\\.ts$' },
    ),
    rule(
      'jobs-call-acts',
      'What a job does must be callable without it.',
      { path: `${MODULE}[^/]+\\.job\\.ts$` },
      { path: '^bff/http/|^bff/modules/[^/]+/(model|rules|policy|present|routes)\\.ts$' },
    ),
    rule(
      'platform-knows-no-module',
      'The platform would serve any other application.',
      { path: '^bff/platform/', pathNot: TESTS },
      { path: '^bff/(http|modules|migrations)/|^bff/(main|app|jobs|models)\\.ts$' },
    ),
    rule(
      'http-asks-accounts-only',
      'The web layer knows who is calling; everything else it is told by routes.',
      { path: '^bff/http/', pathNot: TESTS },
      {
        path: '^bff/modules/(?!accounts/)|^bff/modules/accounts/(model|rules|policy|present|routes)\\.ts$|^bff/(main|app|jobs|models)\\.ts$',
      },
    ),
    rule(
      'tables-of-contents-are-read-by-main',
      'Only tables of contents see everything; nobody reaches everything through them.',
      { path: '^bff/', pathNot: ['^bff/(commands/[^/]+|main|app|jobs|connections)\\.ts$', TESTS] },
      { path: CONTENTS },
    ),

    rule(
      'clients-know-the-contract',
      'Of the server, clients see what both agreed on.',
      { path: '^(miniapp|admin)/', pathNot: TESTS },
      { path: '^bff/(?!contract/)' },
    ),
    rule(
      'miniapp-without-schemas',
      'zod probes new Function, which mini-programs forbid; types of schemas are fine.',
      { path: '^miniapp/', pathNot: TESTS },
      { path: [SCHEMAS, 'node_modules/zod/'] },
    ),
    rule(
      'clients-apart',
      'Two clients, two teams one day.',
      { path: '^(miniapp|admin)/' },
      { path: '^(miniapp|admin)/', pathNot: '^$1/' },
    ),
    rule(
      'features-apart',
      'A feature is one story; pages compose several, and what two need stands below them.',
      { path: '^miniapp/features/([^/]+)/', pathNot: TESTS },
      { path: '^miniapp/(features|pages|member|public|profile|desk)/', pathNot: '^miniapp/features/$1/' },
    ),
    rule(
      'rooms-below-features',
      'Session, shell, kit and the like serve every feature and know none.',
      {
        path: '^miniapp/',
        pathNot: ['^miniapp/(features|pages|member|public|profile|desk)/', '^miniapp/app\\.', TESTS],
      },
      { path: '^miniapp/(features|pages|member|public|profile|desk)/' },
    ),
    rule(
      'resources-apart',
      'App lists the resources; what one shows on the page of another it hands up in its index, what two need stands below.',
      { path: '^admin/resources/([^/]+)/', pathNot: TESTS },
      { path: '^admin/resources/', pathNot: '^admin/resources/$1/' },
    ),
    rule(
      'rooms-below-resources',
      'Shell, kit, subjects and the like serve every resource and know none.',
      { path: '^admin/', pathNot: ['^admin/resources/', '^admin/(App|main)\\.tsx$', TESTS] },
      { path: '^admin/(resources/|App\\.tsx$)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.data)/' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
