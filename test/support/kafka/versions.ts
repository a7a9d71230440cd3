/** The versions of Apache Kafka that are tested, exactly; nothing else names one. Oldest first. */
export const kafkaVersions = ['3.9.2', '4.3.1'] as const

/** A tested version of Apache Kafka. */
export type KafkaVersion = (typeof kafkaVersions)[number]

/** The version of the demo, the UI tests and the benches. */
export const currentKafka: KafkaVersion = '4.3.1'
