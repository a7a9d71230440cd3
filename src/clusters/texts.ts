import { textsOf } from '../model/text'
import { clustersTexts } from '../model/texts/clusters'

/** Makes a text of this room's table. */
export const say = textsOf(clustersTexts)
