import type { Severity } from '../lint/index'
import type { Row } from './output'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
}

/** Workflow commands of GitHub Actions, which shows them at the lines of a pull request. */
export function asGithub(rows: readonly Row[]): string {
  return rows
    .map(({ file, line, column, endLine, endColumn, rule, severity, message }) => {
      const properties = {
        title: rule,
        file: file.replaceAll('\\', '/'),
        line,
        col: column,
        endLine,
        endColumn,
      }
      const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
      return `::${commands[severity]} ${written.join(',')}::${data(message)}\n`
    })
    .join('')
}

/** What the runner undoes in the text of a command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
