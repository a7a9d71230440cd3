/** What the chart knows of the editor's theme: its colours, and how a line is told from the next. */

export type Shape = 'none' | 'circle' | 'triangle' | 'diamond' | 'square'

export interface ChartTheme {
  /** Then dash and shape tell lines apart from the first on. */
  readonly highContrast: boolean
  readonly foreground: string
  readonly muted: string
  readonly background: string
  readonly grid: string
  readonly axis: string
  readonly focus: string
  /** The six chart colours. */
  readonly palette: readonly string[]
  readonly font: string
  /** Pixels. */
  readonly fontSize: number
}

/** How one line looks, on the plot and in the table. */
export interface LineStyle {
  readonly colour: string
  /** Lengths of strokes and gaps in pixels; empty = solid. */
  readonly dash: readonly number[]
  readonly shape: Shape
  /** Pixels. */
  readonly width: number
}

// Neighbours in this order are far apart also for colour-blind eyes; red, an alarm elsewhere, comes late.
const hues = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'] as const
const fallback = {
  light: ['#1a85ff', '#d18616', '#388a34', '#652d90', '#e51400', '#bf8803'],
  dark: ['#3794ff', '#d18616', '#89d185', '#b180d7', '#f14c4c', '#cca700'],
}
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3]]
const shapes: readonly Shape[] = ['none', 'circle', 'triangle', 'diamond']
const strongShapes: readonly Shape[] = ['circle', 'triangle', 'diamond', 'square']

/**
 * Reads the theme.
 * @param variable value of a CSS variable, '' when it is not set.
 * @param bodyClass VS Code puts the kind of theme there.
 * @param forcedColours the system replaces all colours: then only its own names are honest.
 */
export function readTheme(
  variable: (name: string) => string,
  bodyClass: string,
  forcedColours = false,
): ChartTheme {
  const read = (name: string, otherwise: string) => variable(`--vscode-${name}`).trim() || otherwise
  const classes = bodyClass.split(/\s+/)
  const highContrast = forcedColours || classes.some((each) => each.startsWith('vscode-high-contrast'))
  const light = classes.includes('vscode-light') || classes.includes('vscode-high-contrast-light')
  const font = read('font-family', 'sans-serif')
  const size = Number.parseFloat(read('font-size', '13px'))
  const fontSize = Math.max(10, (Number.isFinite(size) ? size : 13) - 2)
  if (forcedColours)
    return {
      highContrast,
      foreground: 'CanvasText',
      muted: 'CanvasText',
      background: 'Canvas',
      grid: faint('CanvasText'),
      axis: 'CanvasText',
      focus: 'Highlight',
      palette: ['CanvasText', 'LinkText', 'Highlight'],
      font,
      fontSize,
    }
  const foreground = read('foreground', light ? '#3b3b3b' : '#cccccc')
  const muted = read('descriptionForeground', foreground)
  const contrastBorder = read('contrastBorder', foreground)
  return {
    highContrast,
    foreground,
    muted: highContrast ? foreground : muted,
    background: read('editor-background', light ? '#ffffff' : '#1f1f1f'),
    grid: highContrast ? faint(foreground) : faint(read('charts-lines', muted)),
    axis: highContrast ? contrastBorder : read('charts-lines', muted),
    focus: read('focusBorder', foreground),
    palette: hues.map((hue, i) => read(`charts-${hue}`, fallback[light ? 'light' : 'dark'][i] ?? foreground)),
    font,
    fontSize,
  }
}

/**
 * How the line of a slot looks; null = the summed line. The first six are told apart by colour alone, later ones by
 * dash and shape too; in high contrast all of them, so that neighbours differ without colour.
 */
export function lineStyle(slot: number | null, theme: ChartTheme): LineStyle {
  if (slot === null) return { colour: theme.muted, dash: [1, 3], shape: 'none', width: 1.5 }
  const hue = slot % theme.palette.length
  const round = Math.floor(slot / theme.palette.length)
  const dash = (theme.highContrast ? hue + round : round) % dashes.length
  // With fewer colours (forced ones) dashes come round again; then the shape has moved on.
  const shape = (dash + Math.floor(round / dashes.length)) % shapes.length
  return {
    colour: theme.palette[hue] ?? theme.foreground,
    dash: dashes[dash] ?? [],
    shape: (theme.highContrast ? strongShapes : shapes)[shape] ?? 'none',
    width: theme.highContrast ? 2 : 1.5,
  }
}

/** Any notation of a colour at about a fifth of its strength, mixed by the canvas. */
function faint(colour: string): string {
  return `color-mix(in srgb, ${colour} 22%, transparent)`
}

/** The theme of this document now. */
export function documentTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement)
  return readTheme(
    (name) => style.getPropertyValue(name),
    document.body.className,
    matchMedia('(forced-colors: active)').matches,
  )
}

/** Calls back when the theme has changed; VS Code changes classes and variables in place. Returns its end. */
export function watchTheme(onChange: (theme: ChartTheme) => void): () => void {
  const changed = () => onChange(documentTheme())
  const observer = new MutationObserver(changed)
  observer.observe(document.body, {
    attributeFilter: ['class', 'data-vscode-theme-id', 'data-vscode-theme-kind'],
  })
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] })
  const forced = matchMedia('(forced-colors: active)')
  forced.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    forced.removeEventListener('change', changed)
  }
}
