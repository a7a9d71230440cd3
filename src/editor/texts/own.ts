import type { TextTable } from '../../model/text'
import { askTexts } from './ask'
import { chartTexts } from './chart'
import { offsetsUiTexts } from './offsets-ui'
import { settingsTexts } from './settings'
import { treeTexts } from './tree'

/** The editor's own texts. Those of the other rooms come with the file that holds them, when it is loaded. */
export const editorTexts: TextTable = {
  ...askTexts,
  ...chartTexts,
  ...offsetsUiTexts,
  ...settingsTexts,
  ...treeTexts,
}
