/** Above this many UTF-16 units no structured file is read: no configuration is as long. */
const MAX_LENGTH = 2 * 1024 * 1024
/** Parsers are recursive; deeper nesting is an attack on them, not a configuration. */
const MAX_DEPTH = 200
/** Brackets, commas and the like: a parser that makes an error of each of more than these is busy for seconds. */
const MAX_SIGNS = 50_000

const OPEN = 1
const CLOSE = 2
const OTHER = 3
const kinds = new Uint8Array(128)
for (const sign of '[{') kinds[sign.charCodeAt(0)] = OPEN
for (const sign of ']}') kinds[sign.charCodeAt(0)] = CLOSE
for (const sign of ',&*!') kinds[sign.charCodeAt(0)] = OTHER

/** Whether a text is built like a configuration at all; what is not is never given to a parser. */
export function isReadable(text: string): boolean {
  if (text.length > MAX_LENGTH || text.includes('\0')) return false
  let depth = 0
  let signs = 0
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)]
    if (kind === undefined || kind === 0) continue
    signs++
    if (kind === OPEN) depth++
    else if (kind === CLOSE && depth > 0) depth--
    if (depth > MAX_DEPTH || signs > MAX_SIGNS) return false
  }
  return true
}
