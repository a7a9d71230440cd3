import { baseNameOf } from './reader'

/** Languages whose readers are a file of their own, loaded when a text passes `looksLikeKafka`. */
export type CodeLanguage = 'java' | 'kotlin' | 'scala' | 'python' | 'javascript' | 'go' | 'csharp' | 'rust'

/** By the editor's language id. */
const byId: Readonly<Record<string, CodeLanguage>> = {
  java: 'java',
  kotlin: 'kotlin',
  kotlinscript: 'kotlin',
  scala: 'scala',
  python: 'python',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  typescript: 'javascript',
  typescriptreact: 'javascript',
  go: 'go',
  csharp: 'csharp',
  rust: 'rust',
}

const byExtension: Readonly<Record<string, CodeLanguage>> = {
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
  scala: 'scala',
  sc: 'scala',
  py: 'python',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'javascript',
  mts: 'javascript',
  cts: 'javascript',
  tsx: 'javascript',
  go: 'go',
  cs: 'csharp',
  rs: 'rust',
}

/** Language ids of the editor that are programming languages. */
export const codeLanguageIds: readonly string[] = Object.keys(byId)

export function codeLanguageOf(fileName: string, languageId: string | null): CodeLanguage | null {
  if (languageId !== null) return Object.hasOwn(byId, languageId) ? (byId[languageId] ?? null) : null
  const name = baseNameOf(fileName)
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null
}

const jvm =
  /bootstrap\.servers|\b(?:Consumer|Producer|AdminClient|Streams|Topic|Ssl|Sasl)Config\b|CommonClientConfigs|Kafka(?:Consumer|Producer|Streams)/

/** What stands in every file with a client's settings: its class or package. */
const clients: Readonly<Record<CodeLanguage, RegExp>> = {
  java: jvm,
  kotlin: jvm,
  scala: jvm,
  python: /\b(?:confluent_kafka|(?:aio)?kafka)\b/,
  javascript: /['"](?:kafkajs|node-rdkafka|@confluentinc\/kafka-javascript)['"]/,
  go: /\/sarama"|confluent-kafka-go|franz-go|segmentio\/kafka-go/,
  csharp: /Confluent\.Kafka/,
  rust: /\brdkafka\b/,
}
/** And what gives it settings. */
const settings: Readonly<Record<CodeLanguage, RegExp>> = {
  java: /put|setProperty|Map\.of|entry/i,
  kotlin: /put|setProperty|\bto\b|\[/i,
  scala: /put|setProperty|->/i,
  python:
    /bootstrap|metadata\.broker\.list|Kafka(?:Consumer|Producer|AdminClient)\s*\(|Consumer\s*\(|Producer\s*\(/,
  javascript:
    /brokers|\.(?:consumer|producer|admin)\s*\(|bootstrap\.servers|metadata\.broker\.list|KafkaConsumer|Producer/,
  go: /Config|kgo\.|Reader|Writer|\b(?:Consumer|Producer|Net)\./,
  csharp: /Config|Dictionary/,
  rust: /ClientConfig/,
}

/** A cheap look, two passes at most: false = no reader of the language would find anything. */
export function looksLikeKafka(language: CodeLanguage, text: string): boolean {
  return clients[language].test(text) && settings[language].test(text)
}
