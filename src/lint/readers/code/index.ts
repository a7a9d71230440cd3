/** Readers of source code, with their grammars; built as `dist/lint-code.js` and loaded for such a file alone. */
import type { Reader } from '../reader'
import { csharpReader } from './dotnet/csharp'
import { goReader } from './go/go'
import { javaReader } from './jvm/java'
import { kotlinReader, scalaReader } from './jvm/kotlin-scala'
import { nodeReader } from './node/node'
import { pythonReader } from './python/python'
import { rustReader } from './rust/rust'

export const codeReaders: readonly Reader[] = [
  javaReader,
  kotlinReader,
  scalaReader,
  pythonReader,
  nodeReader,
  goReader,
  rustReader,
  csharpReader,
]
