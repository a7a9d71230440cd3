import { applicationSamples } from './samples-applications'
import { composeSamples } from './samples-compose'
import { kubernetesSamples } from './samples-kubernetes'

/** Settings as the usual compose files, manifests, applications and connectors ship them, written anew. */
export interface StructuredSample {
  readonly file: string
  readonly what: string
  readonly text: string
  /** How many settings of Kafka are read in it: none of it is passed over unread. */
  readonly settings: number
}

export const structuredSamples: readonly StructuredSample[] = [
  ...composeSamples,
  ...kubernetesSamples,
  ...applicationSamples,
]
