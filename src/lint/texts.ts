import { textsOf } from '../model/text'
import { lintTexts } from '../model/texts/lint'

/** Makes a text of the linter's table. */
export const text = textsOf(lintTexts)
