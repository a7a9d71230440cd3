/** A Kafka release, `major * 1000 + minor`, so that releases compare as numbers. Patch releases are not told apart. */
export type KafkaVersion = number

/** The newest released Kafka: what a file is held against when nobody says which version it is for. */
export const newestReleased: KafkaVersion = 4003

/** `3.9` and `3.9.2` as a release, null where the text is no version. */
export function parseKafkaVersion(text: string): KafkaVersion | null {
  const match = /^(\d{1,3})\.(\d{1,3})(\.\d{1,3}){0,2}$/.exec(text.trim())
  return match === null ? null : Number(match[1]) * 1000 + Number(match[2])
}

/** `3009` as `3.9`. */
export function formatKafkaVersion(version: KafkaVersion): string {
  return `${Math.floor(version / 1000)}.${version % 1000}`
}
