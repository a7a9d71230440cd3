import * as vscode from 'vscode'
import type { DecodeAs } from '../../decoders/document'
import type { Decoding } from '../../decoders/values'
import { assertNever } from '../../model/assert'
import { askChoice } from '../ask/quick-input'

/** Asks how keys or values are to be read. `now`: how they are. */
export async function askDecoding(decodings: readonly Decoding[], now: DecodeAs): Promise<DecodeAs> {
  const title = vscode.l10n.t('Decode As')
  const part = await askChoice<keyof DecodeAs>({
    title,
    placeholder: vscode.l10n.t('What is to be read otherwise?'),
    choices: [
      { label: vscode.l10n.t('Values'), description: nameOf(now.value), value: 'value' },
      { label: vscode.l10n.t('Keys'), description: nameOf(now.key), value: 'key' },
    ],
  })
  const decoding = await askChoice({
    title,
    placeholder: part === 'key' ? vscode.l10n.t('Read keys as…') : vscode.l10n.t('Read values as…'),
    choices: decodings.map((value) => ({ label: nameOf(value), detail: detailOf(value), value })),
  })
  return { ...now, [part]: decoding }
}

function nameOf(decoding: Decoding): string {
  switch (decoding) {
    case 'auto':
      return vscode.l10n.t('Automatic')
    case 'text':
      return vscode.l10n.t('Text')
    case 'json':
      return 'JSON'
    case 'int32':
    case 'int64':
    case 'double':
      return decoding
    case 'hex':
      return vscode.l10n.t('Hex')
    case 'registry':
      return vscode.l10n.t('Schema Registry')
    default:
      return assertNever(decoding)
  }
}

function detailOf(decoding: Decoding): string {
  switch (decoding) {
    case 'auto':
      return vscode.l10n.t('What it looks like: a schema’s id, JSON, text, a number, else hex.')
    case 'text':
      return vscode.l10n.t('UTF-8; what is none is shown as �.')
    case 'json':
      return vscode.l10n.t('A line for each field.')
    case 'int32':
      return vscode.l10n.t('4 bytes, as IntegerSerializer writes them.')
    case 'int64':
      return vscode.l10n.t('8 bytes, as LongSerializer writes them.')
    case 'double':
      return vscode.l10n.t('8 bytes, as DoubleSerializer writes them.')
    case 'hex':
      return vscode.l10n.t('Every byte.')
    case 'registry':
      return vscode.l10n.t('Avro, Protobuf or JSON Schema, by the schema whose id it begins with.')
    default:
      return assertNever(decoding)
  }
}
