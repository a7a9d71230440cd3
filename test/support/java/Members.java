import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;

/** Live members of groups of every type. */
final class Members {
    private Members() {}

    /** Makes a member, which joins when it is started: classic, consumer, share or streams (the latter two on Kafka 4). */
    static Member make(String protocol, Properties settings, List<String> topics) throws Exception {
        return switch (protocol) {
            case "classic" -> {
                settings.putIfAbsent("session.timeout.ms", "6000");
                yield new GroupMember(settings, topics);
            }
            case "consumer" -> {
                settings.put("group.protocol", "consumer");
                yield new GroupMember(settings, topics);
            }
            case "share" -> new ShareMember(settings, topics);
            case "streams" -> new StreamsMember(settings, topics);
            default -> throw new IllegalArgumentException("no such protocol: " + protocol);
        };
    }

    /** A consumer on a thread of its own. */
    abstract static class Member extends Thread {
        final CountDownLatch joined = new CountDownLatch(1);
        volatile boolean over;
        volatile long records;
        volatile Set<TopicPartition> held = Set.of();

        JsonNode progress() {
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("records", records);
            ArrayNode rows = answer.putArray("assignment");
            for (TopicPartition at : held) rows.addObject().put("topic", at.topic()).put("partition", at.partition());
            return answer;
        }

        /** Ends the member; with `leave` it commits and leaves its group, else it just falls silent. */
        abstract void stop(boolean leave) throws Exception;
    }

    static final class GroupMember extends Member implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;
        private final List<String> topics;
        private volatile boolean leave = true;

        GroupMember(Properties settings, List<String> topics) {
            this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.topics = topics;
        }

        @Override
        public void run() {
            consumer.subscribe(topics, this);
            try {
                while (!over) {
                    records += consumer.poll(Duration.ofMillis(100)).count();
                    held = consumer.assignment();
                }
            } catch (WakeupException woken) {
                if (!over) throw woken;
            } finally {
                if (leave) consumer.close();
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            held = Set.copyOf(consumer.assignment());
            joined.countDown();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        void stop(boolean leaves) throws Exception {
            leave = leaves;
            over = true;
            consumer.wakeup();
            join(15_000);
        }
    }

    /** A member of a share group; by name, because Kafka 3.9 has no such client. */
    static final class ShareMember extends Member {
        private final Object consumer;
        private final List<String> topics;
        private final Class<?> type;

        ShareMember(Properties settings, List<String> topics) throws Exception {
            for (String unknown : List.of("auto.offset.reset", "auto.commit.interval.ms")) settings.remove(unknown);
            this.type = Class.forName("org.apache.kafka.clients.consumer.KafkaShareConsumer");
            settings.put("key.deserializer", ByteArrayDeserializer.class.getName());
            settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
            this.consumer = type.getConstructor(Properties.class).newInstance(settings);
            this.topics = topics;
        }

        @Override
        public void run() {
            try {
                type.getMethod("subscribe", Collection.class).invoke(consumer, topics);
                while (!over) {
                    var polled = (org.apache.kafka.clients.consumer.ConsumerRecords<?, ?>)
                            type.getMethod("poll", Duration.class).invoke(consumer, Duration.ofMillis(200));
                    records += polled.count();
                    joined.countDown();
                }
                type.getMethod("close").invoke(consumer);
            } catch (ReflectiveOperationException error) {
                throw new IllegalStateException(error);
            }
        }

        @Override
        void stop(boolean leaves) throws Exception {
            over = true;
            join(15_000);
        }
    }

    /** An application of Kafka Streams without state, as a member of a streams group (KIP-1071). */
    static final class StreamsMember extends Member {
        private final KafkaStreams streams;

        StreamsMember(Properties settings, List<String> topics) {
            settings.put("application.id", settings.getProperty("group.id"));
            settings.put("group.protocol", "streams");
            settings.put("default.key.serde", Serdes.ByteArraySerde.class.getName());
            settings.put("default.value.serde", Serdes.ByteArraySerde.class.getName());
            var builder = new StreamsBuilder();
            builder.stream(topics).foreach((key, value) -> records++);
            streams = new KafkaStreams(builder.build(), settings);
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING) joined.countDown();
            });
        }

        @Override
        public void run() {
            streams.start();
        }

        @Override
        void stop(boolean leaves) {
            streams.close(Duration.ofSeconds(15));
        }
    }
}
