import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask lib/clock for the present moment.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask lib/clock for the present moment.',
  },
];
const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Read the environment in lib/env.server only.',
  },
];
const transaction = [
  {
    selector: "CallExpression[callee.property.name='transaction']",
    message: 'Open a transaction through store.tx only: this driver cannot await its own.',
  },
];
const words = [
  {
    selector: 'JSXText[value=/[ぁ-んァ-ヶ一-龠]/]',
    message: 'Words of screens stand in messages/.',
  },
  {
    selector: 'Literal[value=/[ぁ-んァ-ヶ一-龠]/]',
    message: 'Words of screens stand in messages/.',
  },
  {
    selector: 'TemplateElement[value.raw=/[ぁ-んァ-ヶ一-龠]/]',
    message: 'Words of screens stand in messages/.',
  },
];
const inlineStyle = [
  {
    selector: "JSXAttribute[name.name='style']",
    message: 'The content-security policy blocks style attributes: use a class.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'build/',
      'data/',
      'node_modules/',
      'app/paraglide/',
      'test-results/',
      '**/*.mjs',
      '**/*.cjs',
      '**/*.js',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...clock, ...environment, ...transaction],
    },
  },
  { files: ['app/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['app/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...clock,
        ...environment,
        ...transaction,
        ...words,
        ...inlineStyle,
      ],
      // VoiceOver drops the list role where the bullets are styled away.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
    },
  },
  {
    files: ['app/lib/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...environment, ...transaction] },
  },
  {
    files: ['app/lib/env.server.ts', '*.config.ts', 'scripts/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...transaction] },
  },
  {
    files: [
      '**/*.test.{ts,tsx}',
      'tests/**/*.ts',
      'server/**/*.ts',
      'scripts/**/*.ts',
      'app/entry.server.tsx',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'scripts/bench/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
