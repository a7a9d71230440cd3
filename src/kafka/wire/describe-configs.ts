import { api } from './api'

export interface DescribeConfigsRequest {
  readonly resources: readonly {
    /** org.apache.kafka.common.config.ConfigResource.Type: 2 topic, 4 broker, 32 group (Kafka 4.0). */
    readonly type: number
    readonly name: string
    /** Names of the settings to read. */
    readonly keys: readonly string[]
  }[]
}

export interface DescribeConfigsResponse {
  readonly throttleTimeMs: number
  readonly resources: readonly {
    readonly error: number
    readonly type: number
    readonly name: string
    readonly configs: readonly {
      readonly name: string
      /** Null where it is not set, and of every secret. */
      readonly value: string | null
      readonly secret: boolean
    }[]
  }[]
}

/** Settings as the brokers hold them, defaults among them. */
export const describeConfigs = api<DescribeConfigsRequest, DescribeConfigsResponse>({
  name: 'DescribeConfigs',
  key: 32,
  versions: [4],
  since: '2.8',
  flexibleFrom: 4,
  write(to, _version, { resources }) {
    to.array(resources, ({ type, name, keys }) => {
      to.int8(type).string(name).strings(keys).tags()
    })
    to.bool(false) // no synonyms
    to.bool(false) // no documentation
  },
  read(from) {
    return {
      throttleTimeMs: from.int32(),
      resources: from.array(() => {
        const error = from.int16()
        from.nullableString() // error message
        const type = from.int8()
        const name = from.string()
        const configs = from.array(() => {
          const name = from.string()
          const value = from.nullableString()
          from.bool() // read-only
          from.int8() // where the value comes from
          const secret = from.bool()
          from.array(() => {
            from.string()
            from.nullableString()
            from.int8()
            from.tags()
          })
          from.int8() // its type
          from.nullableString() // its documentation
          from.tags()
          return { name, value, secret }
        })
        from.tags()
        return { error, type, name, configs }
      }),
    }
  },
})
