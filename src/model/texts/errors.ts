/** Sentences for what goes wrong: what happened, why, what to do next. `{0}` is always what it happened to. */
export const errorTexts = {
  'error.unexpected': 'Something unexpected happened: {0}. See the log for details.',
} as const
