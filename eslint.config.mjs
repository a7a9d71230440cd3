import tseslint from 'typescript-eslint'

/** Which rooms a room may import, beside itself (architecture: the direction of imports). */
const rooms = {
  model: [],
  offsets: ['model'],
  lag: ['model'],
  lint: ['model'],
  clusters: ['model', 'offsets', 'lag'],
  decoders: ['model'],
  kafka: ['model'],
  cli: ['model', 'lint'],
  shared: [],
  editor: ['model', 'offsets', 'lag', 'lint', 'clusters', 'decoders', 'shared'],
}
/** Packages a room alone may import. */
const owned = { vscode: ['editor'], kafkajs: ['kafka'] }
/** Rooms that touch nothing: no Node built-ins either. */
const pure = ['model', 'offsets', 'lag', 'lint', 'shared']
/** The files that are loaded when first needed, and what is bundled into them; the rest of the house sees their types only. */
const lazy = ['clusters', 'decoders', 'kafka', 'lag', 'lint', 'offsets']

const roomRules = Object.entries(rooms).map(([room, allowed]) => {
  const forbidden = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other))
  const patterns = []
  if (forbidden.length > 0)
    patterns.push({
      regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`,
      message: `src/${room} may import ${['itself', ...allowed].join(', ')} only.`,
    })
  patterns.push({
    regex: '^(\\.\\./)+(extension|webview|test|scripts)(/|$)',
    message: 'Only the composition root knows the whole house.',
  })
  for (const [name, owners] of Object.entries(owned))
    if (!owners.includes(room))
      patterns.push({ regex: `^${name}($|/)`, message: `${name} belongs to src/${owners.join(', src/')}.` })
  if (pure.includes(room))
    patterns.push({ regex: '^node:', message: 'A pure room does no I/O; it asks a port of src/model.' })
  if (room === 'editor')
    patterns.push({
      regex: `^(\\.\\./)+(${lazy.join('|')})(/|$)`,
      allowTypeImports: true,
      message: 'Loaded on first use by extension.ts; import its types only.',
    })
  return {
    files: [`src/${room}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  }
})

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'build/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      'src/lint/catalogue/*.generated.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.webview.json', './tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  ...roomRules,
  {
    files: ['webview/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\.\\./)+src/(?!shared/)',
              message: 'The page knows the host by src/shared only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['webview/**/*.ts'],
    ignores: ['webview/toolkit.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['@vscode/webview-ui-toolkit*'] }] },
  },
  {
    files: ['test/**/*.ts', '*.config.ts', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
)
