// The floors of the house. Arrows point down only; each rule's name is the rule.
// Types cross floors no more than code does, except where a rule says so.
const tests = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'nothing imports a route',
      severity: 'error',
      from: { pathNot: ['^app/routes/', '^tests/'] },
      to: { path: '^app/routes/' },
    },
    {
      name: 'a route imports no other route',
      severity: 'error',
      from: { path: '^app/routes/([^/]+/[^/]+)/' },
      to: { path: '^app/routes/', pathNot: '^app/routes/$1/' },
    },
    {
      name: 'domain knows no HTTP, no screen, no course text and no person asking',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: {
        path: [
          '^app/(routes|flows|content|documents|auth|ui|enhance|paraglide)/',
          '^server/',
          'node_modules/(@remix-run|react|react-dom|lucia|hono|@hono)/',
        ],
      },
    },
    {
      name: 'a noun imports no other noun',
      severity: 'error',
      from: { path: '^app/domain/([^/]+)/', pathNot: tests },
      to: { path: '^app/domain/', pathNot: '^app/domain/$1/' },
    },
    {
      name: 'content knows no database and no person',
      severity: 'error',
      from: { path: '^app/content/' },
      to: { path: '^app/(routes|flows|domain|auth|db|documents|ui)/' },
    },
    {
      name: 'documents know no database and no person',
      severity: 'error',
      from: { path: '^app/documents/' },
      to: { path: '^app/(routes|flows|domain|auth|db|content|ui)/' },
    },
    {
      name: 'flows stand under routes and over domain',
      severity: 'error',
      from: { path: '^app/flows/' },
      to: { path: '^app/(routes|ui)/' },
    },
    {
      name: 'auth stands under flows and routes',
      severity: 'error',
      from: { path: '^app/auth/' },
      to: { path: '^app/(routes|flows|ui|content|documents)/' },
    },
    {
      name: 'ui loads nothing',
      severity: 'error',
      from: { path: '^app/ui/', pathNot: tests },
      to: { path: ['^app/(routes|flows|domain|auth|db|documents)/', '\\.server\\.tsx?$'] },
    },
    {
      name: 'the browser part stands alone',
      severity: 'error',
      from: { path: '^app/(enhance/|entry\\.client)', pathNot: tests },
      to: { path: '^app/(routes|flows|domain|auth|db|documents|content)/' },
    },
    {
      name: 'db knows only lib',
      severity: 'error',
      from: { path: '^app/db/' },
      to: { path: '^app/', pathNot: '^app/(db|lib)/' },
    },
    {
      name: 'lib is the ground floor',
      severity: 'error',
      from: { path: '^app/lib/' },
      to: { path: '^app/', pathNot: '^app/lib/' },
    },
    {
      name: 'only db opens a database',
      severity: 'error',
      from: { path: '^(app|server)/', pathNot: ['^app/db/', tests] },
      to: { path: 'node_modules/better-sqlite3/' },
    },
    {
      name: 'only policies make bounds',
      severity: 'error',
      from: { path: '^(app|server|scripts)/', pathNot: ['^app/auth/policies/', tests] },
      to: { path: '^app/auth/bound-of\\.ts$' },
    },
    {
      name: 'only auth touches lucia',
      severity: 'error',
      from: { path: '^(app|server)/', pathNot: '^app/auth/' },
      to: { path: 'node_modules/lucia/' },
    },
    {
      name: 'only content compiles MDX',
      severity: 'error',
      from: { path: '^(app|server)/', pathNot: '^app/content/' },
      to: { path: 'node_modules/(mdx-bundler|@patdx/kuromoji|remark-|unified)' },
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: { path: '^(app|server|scripts)/' },
      to: { circular: true },
    },
    {
      name: 'no barrels',
      severity: 'error',
      from: {},
      to: { path: '^(app|server|scripts|tests)/.*index\\.tsx?$' },
    },
    {
      name: 'no test code in the app',
      severity: 'error',
      from: { path: '^(app|server|scripts)/', pathNot: tests },
      to: { path: ['^tests/', tests, 'node_modules/(vitest|@playwright|fast-check)/'] },
    },
    {
      name: 'everything imported is there',
      severity: 'error',
      from: { path: '^(app|server|scripts|tests)/' },
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?url$', '^~/paraglide/'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(app/paraglide|build|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
