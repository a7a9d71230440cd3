/** Places of a text by line: `\n`, `\r\n` and `\r` end a line, as in the editor. */
export interface LineIndex {
  /** Line and column of a UTF-16 offset, both from 0; an offset outside is moved to the nearer end. */
  positionAt(offset: number): { readonly line: number; readonly column: number }
}

export function createLineIndex(text: string): LineIndex {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return {
    positionAt(offset) {
      const place = Math.max(0, Math.min(offset, text.length))
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= place) low = middle
        else high = middle - 1
      }
      return { line: low, column: place - (starts[low] ?? 0) }
    },
  }
}
