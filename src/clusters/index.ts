/**
 * What the editor loads when the first cluster is there (`dist/clusters.js`): clusters with their plans and verdicts,
 * and the texts these speak. A host entry that only lints, or shows an empty view, does without.
 */
import { changesTexts } from '../model/texts/changes'
import { clustersTexts } from '../model/texts/clusters'
import { errorTexts } from '../model/texts/errors'
import { lagTexts } from '../model/texts/lag'
import { offsetsTexts } from '../model/texts/offsets'

export { Bookmarks } from './bookmarks'
export { Changes } from './changes'
export { Cluster } from './cluster'
export { changeCsv, changeDocument, changeState, movedSince } from '../offsets/change-document'
export { equivalentCommand } from '../offsets/command'
export { confirmation } from '../offsets/confirmation'
export { createsGroup } from '../offsets/title'
export { applicable, plansDocument, severalConfirmation } from '../offsets/several'
export { MOST_TIMED, untimed, withRecordTimes } from '../offsets/record-times'
export { offsetsCsv, parseOffsetsCsv } from '../offsets/csv'
export { parseDuration } from '../offsets/duration-input'
export { parseOffset, parseShift } from '../offsets/inputs'
export { canWait } from '../offsets/refusal'
export { serializeRecord } from '../offsets/record'
export { parseDateTime } from '../offsets/time-input'
export { tableLines } from '../offsets/table'

/** English of everything that clusters, plans, verdicts and the request layer say. */
export const texts = { ...changesTexts, ...clustersTexts, ...errorTexts, ...lagTexts, ...offsetsTexts }
