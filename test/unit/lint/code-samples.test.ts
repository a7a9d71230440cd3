import { describe, expect, it } from 'vitest'
import { found } from './linting'
import { entriesOf } from './readers/code'

/** Usual code of each client, written for these tests: nothing in it is wrong. */
const samples: readonly { readonly file: string; readonly settings: number; readonly text: string }[] = [
  {
    file: 'KafkaConfiguration.java',
    settings: 9,
    text: `package shop;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

@Configuration
public class KafkaConfiguration {
  @Value("\${kafka.servers}")
  private String servers;

  @Bean
  public ConsumerFactory<String, String> consumerFactory() {
    Map<String, Object> props = new HashMap<>();
    props.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    props.put(ConsumerConfig.GROUP_ID_CONFIG, "orders");
    props.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    props.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    props.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
    return new DefaultKafkaConsumerFactory<>(props);
  }

  @Bean
  public ProducerFactory<String, String> producerFactory() {
    Map<String, Object> props = new HashMap<>();
    props.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    props.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    props.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    props.put(ProducerConfig.ACKS_CONFIG, "all");
    return new DefaultKafkaProducerFactory<>(props);
  }
}
`,
  },
  {
    file: 'WordCount.java',
    settings: 5,
    text: `public class WordCount {
  public static void main(String[] args) {
    final Properties props = new Properties();
    props.putIfAbsent(StreamsConfig.APPLICATION_ID_CONFIG, "word-count");
    props.putIfAbsent(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
    props.putIfAbsent(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.String().getClass().getName());
    props.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    props.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (KafkaStreams streams = new KafkaStreams(builder.build(), props)) {
      streams.start();
    }
  }
}
`,
  },
  {
    file: 'Consumer.kt',
    settings: 5,
    text: `class Consumer(private val servers: String) {
    private val settings = mapOf<String, Any>(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG to servers,
        ConsumerConfig.GROUP_ID_CONFIG to "orders",
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG to "earliest",
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG to 45_000,
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG to 15_000,
    )

    fun run() = KafkaConsumer<String, String>(settings).use { it.poll(Duration.ofSeconds(1)) }
}
`,
  },
  {
    file: 'consume.py',
    settings: 6,
    text: `import os
import sys

from confluent_kafka import Consumer, KafkaException


def main():
    conf = {
        'bootstrap.servers': os.environ['KAFKA'],
        'group.id': 'orders',
        'auto.offset.reset': 'smallest',
        'session.timeout.ms': 6000,
        'heartbeat.interval.ms': 2000,
        'on_commit': print_commit,
    }
    consumer = Consumer(conf)
    consumer.subscribe(['orders'], on_assign=print_assignment)
    try:
        while True:
            msg = consumer.poll(timeout=1.0)
    finally:
        consumer.close()
`,
  },
  {
    file: 'worker.py',
    settings: 5,
    text: `from kafka import KafkaConsumer, TopicPartition

consumer = KafkaConsumer(
    'orders',
    bootstrap_servers='localhost:9092',
    group_id='orders',
    auto_offset_reset='earliest',
    enable_auto_commit=True,
    consumer_timeout_ms=1000,
    value_deserializer=lambda v: v.decode('utf-8'),
)
for message in consumer:
    print(message)
`,
  },
  {
    file: 'index.js',
    settings: 9,
    text: `const { Kafka, logLevel } = require('kafkajs')

const kafka = new Kafka({
  clientId: 'orders',
  brokers: [process.env.KAFKA],
  logLevel: logLevel.INFO,
  connectionTimeout: 3000,
  ssl: true,
  sasl: { mechanism: 'scram-sha-256', username: process.env.USER, password: process.env.PASSWORD },
})
const consumer = kafka.consumer({ groupId: 'orders' })
const producer = kafka.producer()

const run = async () => {
  await producer.connect()
  await producer.send({ topic: 'orders', messages: [{ value: 'hello' }] })
  await consumer.subscribe({ topic: 'orders', fromBeginning: true })
  await consumer.run({ eachMessage: async ({ topic, message }) => console.log(topic, message.value) })
}

run().catch(console.error)
`,
  },
  {
    file: 'main.go',
    settings: 3,
    text: `package main

import (
	"context"

	"github.com/IBM/sarama"
)

func main() {
	config := sarama.NewConfig()
	config.Version = sarama.V3_6_0_0
	config.Consumer.Group.Rebalance.GroupStrategies = []sarama.BalanceStrategy{sarama.NewBalanceStrategySticky()}
	if oldest {
		config.Consumer.Offsets.Initial = sarama.OffsetOldest
	}
	config.Producer.RequiredAcks = sarama.WaitForAll
	config.Producer.Return.Successes = true
	config.Producer.Retry.Max = 10
	client, err := sarama.NewConsumerGroup(brokers, "orders", config)
}
`,
  },
  {
    file: 'reader.go',
    settings: 4,
    text: `package main

import "github.com/segmentio/kafka-go"

func main() {
	r := kafka.NewReader(kafka.ReaderConfig{
		Brokers:  []string{"localhost:9092"},
		GroupID:  "orders",
		Topic:    "orders",
		MinBytes: 10e3, // 10KB
		MaxBytes: 10e6, // 10MB
	})
	defer r.Close()
}
`,
  },
  {
    file: 'Program.cs',
    settings: 5,
    text: `using Confluent.Kafka;

var config = new ConsumerConfig
{
    BootstrapServers = args[0],
    GroupId = "orders",
    AutoOffsetReset = AutoOffsetReset.Earliest,
    EnableAutoOffsetStore = false,
    StatisticsIntervalMs = 5000,
};
using var consumer = new ConsumerBuilder<Ignore, string>(config)
    .SetErrorHandler((_, e) => Console.WriteLine($"Error: {e.Reason}"))
    .Build();
`,
  },
  {
    file: 'main.rs',
    settings: 5,
    text: `use rdkafka::config::{ClientConfig, RDKafkaLogLevel};
use rdkafka::consumer::StreamConsumer;

async fn consume(brokers: &str, group_id: &str) {
    let consumer: StreamConsumer = ClientConfig::new()
        .set("group.id", group_id)
        .set("bootstrap.servers", brokers)
        .set("enable.partition.eof", "false")
        .set("session.timeout.ms", "9000")
        .set("enable.auto.commit", "true")
        .set_log_level(RDKafkaLogLevel::Debug)
        .create()
        .expect("Consumer creation failed");
}
`,
  },
]

describe('usual code', () => {
  it.each(samples)('$file: read, and no finding', ({ file, settings, text }) => {
    expect(entriesOf(file, text)).toHaveLength(settings)
    for (const kafkaVersion of [null, '2.8', '3.9', '4.0'])
      expect(found(file, text, { kafkaVersion })).toEqual([])
  })
})
