/** How much of a file is looked at. */
const LINES = 10
/** `topic,partition,offset` or `group,topic,partition,offset`; fields may be in quotes, numbers below 0. */
const LINE = /^(?:(?:"(?:[^"]|"")*"|[^",]*),){1,2}\s*"?-?\d+"?\s*,\s*"?-?\d+"?\s*$/

/** A cheap look before anything is loaded: most lines at the top are such that name an offset. */
export function looksLikeOffsets(text: string): boolean {
  const lines = text
    .slice(0, 4_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
  const fitting = lines.filter((line) => LINE.test(line)).length
  return fitting > 0 && fitting * 2 >= lines.length
}

/** @param text asked for only where the name fits. */
export function isOffsetsFile(path: string, text: () => string): boolean {
  return path.toLowerCase().endsWith('.csv') && looksLikeOffsets(text())
}
