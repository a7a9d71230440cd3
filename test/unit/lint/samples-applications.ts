import type { StructuredSample } from './samples-structured'

/** Applications of the usual frameworks and connectors, written anew. */
export const applicationSamples: readonly StructuredSample[] = [
  {
    file: 'application.yml',
    what: 'a Spring Boot application',
    settings: 13,
    text: `
server:
  port: 8080
  servlet:
    session:
      timeout: 30m
spring:
  application:
    name: orders
  kafka:
    bootstrap-servers: localhost:9092
    consumer:
      group-id: orders
      auto-offset-reset: earliest
      key-deserializer: org.apache.kafka.common.serialization.StringDeserializer
      value-deserializer: org.springframework.kafka.support.serializer.ErrorHandlingDeserializer
      properties:
        spring.deserializer.value.delegate.class: org.springframework.kafka.support.serializer.JsonDeserializer
        spring.json.trusted.packages: com.example.orders
        isolation.level: read_committed
    producer:
      acks: all
      key-serializer: org.apache.kafka.common.serialization.StringSerializer
      value-serializer: org.springframework.kafka.support.serializer.JsonSerializer
      properties:
        linger.ms: 20
        schema.registry.url: http://localhost:8081
    listener:
      ack-mode: record
      concurrency: 3
    template:
      default-topic: orders
orders:
  topic: orders
`,
  },
  {
    file: 'application.properties',
    what: 'a Spring Boot application that talks to a cloud',
    settings: 9,
    text: `
spring.application.name=orders
spring.kafka.bootstrap-servers=\${KAFKA_SERVERS:localhost:9092}
spring.kafka.properties.security.protocol=SASL_SSL
spring.kafka.properties.sasl.mechanism=PLAIN
spring.kafka.properties.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="\${KEY}" password="\${SECRET}";
spring.kafka.consumer.group-id=orders
spring.kafka.consumer.max-poll-interval=10m
spring.kafka.consumer.fetch-min-size=64KB
spring.kafka.producer.batch-size=32KB
spring.kafka.producer.properties.delivery.timeout.ms=120000
spring.kafka.listener.missing-topics-fatal=false
logging.level.org.apache.kafka=WARN
`,
  },
  {
    file: 'application.yaml',
    what: 'Spring Cloud Stream',
    settings: 3,
    text: `
spring:
  cloud:
    function:
      definition: process
    stream:
      bindings:
        process-in-0:
          destination: orders
          group: billing
        process-out-0:
          destination: invoices
      kafka:
        binder:
          brokers: localhost
          auto-create-topics: false
          configuration:
            auto.offset.reset: earliest
        bindings:
          process-in-0:
            consumer:
              enable-dlq: true
              configuration:
                max.poll.records: 100
`,
  },
  {
    file: 'application.properties',
    what: 'a Quarkus quickstart',
    settings: 4,
    text: `
quarkus.http.port=8080
kafka.bootstrap.servers=localhost:9092
mp.messaging.incoming.requests.topic=quote-requests
mp.messaging.incoming.requests.auto.offset.reset=earliest
mp.messaging.incoming.requests.failure-strategy=dead-letter-queue
mp.messaging.outgoing.quotes.connector=smallrye-kafka
mp.messaging.outgoing.quotes.topic=quotes
mp.messaging.outgoing.quotes.value.serializer=io.quarkus.kafka.client.serialization.ObjectMapperSerializer
%prod.kafka.bootstrap.servers=kafka:9092
`,
  },
  {
    file: 'application.yml',
    what: 'a Micronaut guide',
    settings: 4,
    text: `
micronaut:
  application:
    name: books
kafka:
  bootstrap:
    servers: localhost:9092
  consumers:
    default:
      auto:
        offset:
          reset: earliest
    analytics:
      session:
        timeout:
          ms: 30000
  producers:
    default:
      acks: all
`,
  },
  {
    file: 'register-postgres.json',
    what: 'a Debezium source',
    settings: 10,
    text: `{
  "name": "inventory-connector",
  "config": {
    "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
    "tasks.max": "1",
    "database.hostname": "postgres",
    "database.port": "5432",
    "topic.prefix": "dbserver1",
    "schema.include.list": "inventory",
    "heartbeat.interval.ms": "5000",
    "transforms": "unwrap",
    "transforms.unwrap.type": "io.debezium.transforms.ExtractNewRecordState",
    "producer.override.compression.type": "lz4"
  }
}
`,
  },
  {
    file: 'sink.json',
    what: 'a sink with a dead letter queue',
    settings: 11,
    text: `{
  "name": "elasticsearch-sink",
  "config": {
    "connector.class": "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
    "tasks.max": 2,
    "topics": "orders",
    "key.ignore": true,
    "connection.url": "http://elasticsearch:9200",
    "errors.tolerance": "all",
    "errors.deadletterqueue.topic.name": "orders-dlq",
    "errors.deadletterqueue.context.headers.enable": true,
    "consumer.override.max.poll.records": 500,
    "consumer.override.session.timeout.ms": "45000",
    "consumer.override.heartbeat.interval.ms": "15000"
  }
}
`,
  },
  {
    file: 'appsettings.json',
    what: 'settings of a .NET service with Kafka’s among them',
    settings: 12,
    text: `{
  "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning" } },
  "AllowedHosts": "*",
  "Kafka": {
    "BootstrapServers": "kafka-1:9092,kafka-2:9092",
    "SecurityProtocol": "SaslSsl",
    "SaslMechanism": "ScramSha512",
    "Topic": "orders",
    "Consumer": {
      "GroupId": "orders",
      "AutoOffsetReset": "Earliest",
      "EnableAutoCommit": false,
      "SessionTimeoutMs": 45000,
      "MaxPollIntervalMs": 300000
    },
    "Producer": { "Acks": "All", "EnableIdempotence": true, "LingerMs": 5, "MessageTimeoutMs": 30000 }
  }
}
`,
  },
]
