/** The sample of a line in the table and in the tip: its colour, dash and shape, as on the plot. */
import { makeSvg } from './dom'
import type { LineStyle } from './theme'

const WIDTH = 28
const HEIGHT = 12

export interface Swatch {
  readonly element: SVGElement
  set(style: LineStyle): void
}

export function swatch(): Swatch {
  const element = makeSvg('svg', {
    class: 'swatch',
    width: WIDTH,
    height: HEIGHT,
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    'aria-hidden': 'true',
  })
  let shown = ''
  return {
    element,
    set: (style) => {
      const next = JSON.stringify(style)
      if (next === shown) return
      shown = next
      const line = makeSvg('line', {
        x1: 1,
        x2: WIDTH - 1,
        y1: HEIGHT / 2,
        y2: HEIGHT / 2,
        'stroke-width': style.width + 0.5,
        'stroke-dasharray': style.dash.join(' '),
      })
      const parts = style.shape === 'none' ? [line] : [line, shapeOf(style)]
      // By the style object and not by an attribute: system colours are names of CSS only.
      for (const part of parts) {
        part.style.stroke = style.colour
        part.style.fill = style.colour
      }
      element.replaceChildren(...parts)
    },
  }
}

function shapeOf({ shape }: LineStyle): SVGElement {
  const [x, y] = [WIDTH / 2, HEIGHT / 2]
  switch (shape) {
    case 'triangle':
      return makeSvg('path', { d: `M${x} ${y - 4}L${x + 4} ${y + 3}L${x - 4} ${y + 3}Z` })
    case 'diamond':
      return makeSvg('path', { d: `M${x} ${y - 4}L${x + 4} ${y}L${x} ${y + 4}L${x - 4} ${y}Z` })
    case 'square':
      return makeSvg('rect', { x: x - 3, y: y - 3, width: 6, height: 6 })
    case 'circle':
    case 'none':
      return makeSvg('circle', { cx: x, cy: y, r: 3.5 })
  }
}
