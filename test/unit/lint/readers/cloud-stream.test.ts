import { describe, expect, it } from 'vitest'
import { found } from '../linting'
import { blocksOf, lines } from './structured'

const name = 'application.yml'

describe('Spring Cloud Stream', () => {
  it('has settings of Kafka in several places', () => {
    const text = lines(`
      spring:
        cloud:
          stream:
            kafka:
              binder:
                brokers: a,b:9093
                auto-create-topics: false
                configuration:
                  security.protocol: SSL
                consumerProperties:
                  max.poll.records: 10
                producer-properties:
                  acks: all
              bindings:
                orders-in-0:
                  consumer:
                    enableDlq: true
                    configuration:
                      heartbeat.interval.ms: 20000
              default:
                consumer:
                  configuration:
                    session.timeout.ms: 50000
              streams:
                binder:
                  configuration:
                    commit.interval.ms: 100
    `)
    const base = 'spring.cloud.stream.kafka.'
    expect(blocksOf(name, text)).toEqual({
      [`client ${base}`]: { 'bootstrap.servers': 'a:9092,b:9093', 'security.protocol': 'SSL' },
      other: {
        [`${base}binder.auto-create-topics`]: 'false',
        [`${base}bindings.orders-in-0.consumer.enableDlq`]: 'true',
      },
      [`consumer ${base}binder.consumerProperties.`]: { 'max.poll.records': '10' },
      [`producer ${base}binder.producer-properties.`]: { acks: 'all' },
      [`consumer ${base}bindings.orders-in-0.consumer.configuration.`]: { 'heartbeat.interval.ms': '20000' },
      [`consumer ${base}default.consumer.configuration.`]: { 'session.timeout.ms': '50000' },
      [`streams ${base}streams.binder.configuration.`]: { 'commit.interval.ms': '100' },
    })
    // A channel inherits from the default of all channels.
    expect(found(name, text)).toEqual(['19:heartbeat-above-third-of-session'])
  })
})
