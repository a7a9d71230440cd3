import { textsOf } from '../model/text'
import { recordsTexts } from '../model/texts/records'

/** Makes a text of this room's table. */
export const say = textsOf(recordsTexts)
