import { describe, expect, it } from 'vitest'
import { DRAWN } from '../../../webview/series'
import { lineStyle, readTheme, type ChartTheme } from '../../../webview/theme'
import { themes, type ThemeName } from '../../webview/support/themes'

const themeOf = (name: ThemeName, forced = false): ChartTheme => {
  const { variables, bodyClass } = themes[name]
  return readTheme((variable) => variables[variable.replace('--vscode-', '')] ?? '', bodyClass, forced)
}
const looks = (theme: ChartTheme) =>
  Array.from({ length: DRAWN }, (_, slot) => lineStyle(slot, theme)).concat(lineStyle(null, theme))

describe('a theme', () => {
  it('is read from the variables', () => {
    const theme = themeOf('light')
    expect(theme).toMatchObject({
      highContrast: false,
      foreground: '#3b3b3b',
      background: '#ffffff',
      fontSize: 11,
    })
    expect(theme.palette[0]).toBe(themes.light.variables['charts-blue'])
    expect(new Set(theme.palette).size).toBe(6)
  })

  it('is high contrast by the class of the body or by forced colours', () => {
    expect(themeOf('high-contrast').highContrast).toBe(true)
    expect(themeOf('high-contrast-light').highContrast).toBe(true)
    expect(themeOf('dark').highContrast).toBe(false)
    expect(themeOf('dark', true)).toMatchObject({
      highContrast: true,
      foreground: 'CanvasText',
      background: 'Canvas',
    })
  })

  it('has colours that fit the kind of theme where the variables are missing', () => {
    expect(readTheme(() => '', 'vscode-light').foreground).toBe('#3b3b3b')
    expect(readTheme(() => '', 'vscode-dark').palette).toHaveLength(6)
    expect(readTheme(() => 'rubbish', 'vscode-dark').fontSize).toBe(11)
  })
})

describe('lines', () => {
  it.each([
    ['light', themeOf('light')],
    ['high contrast', themeOf('high-contrast')],
    ['forced colours', themeOf('dark', true)],
  ])('all look different in %s', (_, theme) => {
    expect(new Set(looks(theme).map((style) => JSON.stringify(style))).size).toBe(DRAWN + 1)
  })

  it('are solid and plain for the first six, then get dashes and shapes', () => {
    const styles = looks(themeOf('dark'))
    for (const style of styles.slice(0, 6)) expect(style).toMatchObject({ dash: [], shape: 'none' })
    for (const style of styles.slice(6, DRAWN)) {
      expect(style.dash.length).toBeGreaterThan(0)
      expect(style.shape).not.toBe('none')
    }
  })

  it('always have a shape in high contrast, and neighbours differ without colour', () => {
    const styles = looks(themeOf('high-contrast')).slice(0, DRAWN)
    styles.forEach((style, i) => {
      expect(style.shape).not.toBe('none')
      const next = styles[i + 1]
      if (next !== undefined && (i + 1) % 6 !== 0) expect(next.dash).not.toEqual(style.dash)
    })
  })
})
